package io.ballast.lab.devnet.price;

import io.ballast.base.units.Usd;
import java.time.Instant;
import java.util.Map;

/**
 * Fair prices at one time.
 *
 * @param usd price of one whole token, for every asset
 */
public record MarketPrices(Instant time, Regime regime, Map<DevAsset, Usd> usd) {
    public MarketPrices {
        usd = Map.copyOf(usd);
        for (DevAsset asset : DevAsset.values()) {
            if (!usd.containsKey(asset) || !usd.get(asset).isPositive()) {
                throw new IllegalArgumentException("no positive price of " + asset + " at " + time);
            }
        }
    }

    public Usd of(DevAsset asset) {
        return java.util.Objects.requireNonNull(usd.get(asset));
    }
}
