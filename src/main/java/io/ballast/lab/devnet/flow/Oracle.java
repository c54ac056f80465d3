package io.ballast.lab.devnet.flow;

import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.anvil.DevTransaction;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.deploy.DevnetAddresses;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.lab.devnet.price.MarketPrices;
import java.util.Arrays;
import java.util.List;

/** Writes fair prices into the feeds: all of them in every block, so that none is stale. */
final class Oracle {
    private static final long GAS = 600_000;

    private final DevnetAddresses addresses;

    Oracle(DevnetAddresses addresses) {
        this.addresses = addresses;
    }

    DevTransaction update(MarketPrices prices) {
        List<AbiEncoder> updates = Arrays.stream(DevAsset.values())
                .map(asset -> AbiEncoder.tuple()
                        .address(addresses.feed(asset))
                        .integer(prices.of(asset).value().unscaledValue()))
                .toList();
        AbiEncoder call = AbiEncoder.call("update((address,int256)[])").tuples(updates);
        return DevTransaction.call(DevAccounts.ORACLE, addresses.contracts().oracle(), call.toBytes(), GAS);
    }
}
