package io.ballast.lab.devnet.flow;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.anvil.DevTransaction;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.deploy.DevnetAddresses;
import io.ballast.lab.devnet.price.MarketPrices;
import io.ballast.sense.dex.FairPrice;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import java.math.BigInteger;
import java.util.List;

/**
 * Trades every pool back to the fair price as far as its fee allows. The amounts are found by a contract inside the
 * transaction, so they are right whatever was mined before it.
 */
final class Arbitrageur {
    private static final long GAS_PER_POOL = 600_000;

    private final DevnetAddresses addresses;

    Arbitrageur(DevnetAddresses addresses) {
        this.addresses = addresses;
    }

    DevTransaction align(MarketPrices prices) {
        List<AbiEncoder> targets =
                addresses.pools().stream().map(pool -> target(pool, prices)).toList();
        AbiEncoder call = AbiEncoder.call("align((address,address,address,bool,uint160,uint160)[])")
                .tuples(targets);
        return DevTransaction.call(
                DevAccounts.ARBITRAGEUR,
                addresses.contracts().arbitrageur(),
                call.toBytes(),
                GAS_PER_POOL * targets.size());
    }

    private AbiEncoder target(PoolSpec pool, MarketPrices prices) {
        boolean pair = pool.venue() == Venue.UNISWAP_V2;
        FairPrice fair =
                FairPrice.of(pool.token0(), price(pool.token0(), prices), pool.token1(), price(pool.token1(), prices));
        BigInteger low = pair ? fair.sqrtX96() : fair.lowest(pool.feePips()).sqrtX96();
        BigInteger high = pair ? fair.sqrtX96() : fair.highest(pool.feePips()).sqrtX96();
        return AbiEncoder.tuple()
                .address(pool.id().address())
                .address(pool.token0().address())
                .address(pool.token1().address())
                .bool(pair)
                .integer(low)
                .integer(high);
    }

    private Usd price(Token token, MarketPrices prices) {
        return prices.of(addresses.asset(token));
    }
}
