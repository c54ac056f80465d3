package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.TextForm;
import io.ballast.base.units.PoolId;
import java.util.Locale;

/** A pool as a file names it: by the address of its contract, or by its id where many are in one contract. */
@TextForm(
        expected = "the address of a pool, or its id of 32 bytes at Uniswap V4",
        example = "0xC6962004f452bE9203591991D15f6b388e09E8D0",
        pattern = "0x([0-9a-fA-F]{40}|[0-9a-fA-F]{64})")
public record PoolText(PoolId id) {
    /** @throws IllegalArgumentException with the reason */
    public static PoolText parse(String text) {
        if (!text.matches("0x([0-9a-fA-F]{40}|[0-9a-fA-F]{64})")) {
            throw new IllegalArgumentException("is no address and no id");
        }
        return new PoolText(new PoolId(text.toLowerCase(Locale.ROOT)));
    }

    public String text() {
        return id.toString();
    }
}
