package io.ballast.lab.devnet.flow;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.anvil.DevTransaction;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.deploy.DevnetAddresses;
import io.ballast.lab.devnet.price.Draws;
import io.ballast.lab.devnet.price.MarketPrices;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Trade for reasons of their own: a random pool, a random side, a log-normal size with a median of 4,000 dollars and never
 * over 100,000. Not thread-safe.
 */
final class Traders {
    private static final double MEDIAN_USD = 4_000;
    private static final double LARGEST_USD = 100_000;
    private static final double SPREAD = 1.1;
    private static final double PER_BLOCK = 0.4;
    private static final double PER_HOUR = 10;
    private static final double MOST_PER_BLOCK = 5;
    private static final long GAS = 1_000_000;

    private final DevnetAddresses addresses;
    private final Draws draws;

    Traders(DevnetAddresses addresses, long seed) {
        this.addresses = addresses;
        this.draws = new Draws(seed, Draws.Stream.TRADERS);
    }

    /** @param since time since the last block; longer brings more trades, up to a limit */
    List<DevTransaction> swaps(MarketPrices prices, Duration since) {
        double mean = Math.min(MOST_PER_BLOCK, PER_BLOCK + PER_HOUR * since.toSeconds() / 3600.0);
        int count = draws.poisson(mean);
        List<DevTransaction> swaps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            swaps.add(swap(prices));
        }
        return swaps;
    }

    private DevTransaction swap(MarketPrices prices) {
        PoolSpec pool = addresses.pools().get(draws.below(addresses.pools().size()));
        boolean zeroForOne = draws.uniform() < 0.5;
        Token in = zeroForOne ? pool.token0() : pool.token1();
        Token out = zeroForOne ? pool.token1() : pool.token0();
        double size = Math.min(LARGEST_USD, MEDIAN_USD * StrictMath.exp(SPREAD * draws.gaussian()));
        TokenAmount amount = amount(in, Usd.of(new BigDecimal(size)), prices);
        Address trader = DevAccounts.TRADERS.get(draws.below(DevAccounts.TRADERS.size()));
        Bytes call = pool.venue() == Venue.UNISWAP_V2 ? v2(amount, out, trader) : v3(pool, amount, out, trader);
        return DevTransaction.call(trader, addresses.contracts().router(), call, GAS);
    }

    private TokenAmount amount(Token token, Usd worth, MarketPrices prices) {
        BigDecimal price = prices.of(addresses.asset(token)).value();
        return TokenAmount.of(token, worth.value().divide(price, token.decimals(), RoundingMode.DOWN));
    }

    private static Bytes v2(TokenAmount amount, Token out, Address trader) {
        return AbiEncoder.call("swapExactTokensForTokens(uint256,uint256,address[],address)")
                .integer(amount.raw())
                .integer(0)
                .addresses(amount.token().address(), out.address())
                .address(trader)
                .toBytes();
    }

    private static Bytes v3(PoolSpec pool, TokenAmount amount, Token out, Address trader) {
        return AbiEncoder.call("exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))")
                .address(amount.token().address())
                .address(out.address())
                .integer(pool.feePips())
                .address(trader)
                .integer(amount.raw())
                .integer(0)
                .integer(0)
                .toBytes();
    }
}
