package io.ballast.agent;

import io.ballast.base.units.Hash32;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.FlatPool;
import io.ballast.sense.dex.NodeQuotedPool;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SolidlyPool;
import io.ballast.sense.dex.StableSwapPool;
import io.ballast.sense.dex.WeightedPool;
import io.ballast.sense.market.ChainConditions;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.L1Charge;
import io.ballast.sense.market.Observation;
import io.ballast.think.feature.PriceWindow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * SHA-256 over everything a decision saw, ticks included: lines of text in a fixed order, then for each bar seconds and
 * nanoseconds of its close and the bits of its prices. Two decisions with the same hash, configuration and model are the same decision.
 */
final class InputsHash {
    private final MessageDigest digest;

    private InputsHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static Hash32 of(Observation seen, PriceWindow window) {
        InputsHash hash = new InputsHash();
        hash.line(
                "block",
                seen.market().block().hash(),
                seen.market().header().baseFee().value());
        hash.conditions(seen.market().conditions());
        seen.market().pools().forEach(hash::pool);
        seen.market().prices().forEach(hash::price);
        seen.account()
                .balances()
                .forEach(amount -> hash.line(amount.token().address().hex(), amount.raw()));
        hash.line("coins", seen.account().coins().value());
        for (int bar = 0; bar < window.bars(); bar++) {
            hash.bar(window.times().get(bar), window.closes().get(bar));
        }
        return Hash32.of(hash.digest.digest());
    }

    private void pool(PoolState state) {
        switch (state) {
            case ConstantProductPool pool -> line(pool.id().hex(), pool.reserve0(), pool.reserve1());
            case ConcentratedPool pool -> {
                line(pool.id().hex(), pool.sqrtPriceX96(), pool.tick(), pool.liquidity());
                line(pool.ticks());
                if (pool.spec().feePips() == PoolKey.DYNAMIC_FEE) {
                    line(pool.fees());
                }
            }
            case NodeQuotedPool pool ->
                line(pool.id().hex(), "node", pool.sqrtPriceX96(), pool.liquidity(), pool.feePips());
            case SolidlyPool pool ->
                line(pool.id().hex(), pool.reserve0(), pool.reserve1(), pool.stable(), pool.feeBps());
            case WeightedPool pool ->
                line(pool.id().hex(), pool.balances(), pool.weights(), pool.swapFee(), pool.version());
            case FlatPool pool ->
                line(pool.id().hex(), pool.fair().numerator(), pool.fair().denominator(), pool.cost());
            case StableSwapPool pool ->
                line(pool.id().hex(), pool.balances(), pool.amplification(), pool.fee(), pool.adminFee(), pool.form());
        }
    }

    /** Nothing where a chain adds nothing, so that the hashes of such chains stay what they were. */
    private void conditions(ChainConditions conditions) {
        if (!conditions.l1().equals(L1Charge.NONE)) {
            line("l1", conditions.l1().fee().value(), conditions.l1().gas());
        }
    }

    private void price(FeedPrice price) {
        line(price.token().address().hex(), price.price().value().toPlainString(), price.updatedAt());
    }

    private void bar(Instant close, double[] prices) {
        ByteBuffer bits = ByteBuffer.allocate((1 + prices.length) * Long.BYTES + Integer.BYTES)
                .putLong(close.getEpochSecond())
                .putInt(close.getNano());
        for (double price : prices) {
            bits.putLong(Double.doubleToLongBits(price));
        }
        digest.update(bits.array());
    }

    private void line(Object... parts) {
        for (Object part : parts) {
            digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) ' ');
        }
        digest.update((byte) '\n');
    }
}
