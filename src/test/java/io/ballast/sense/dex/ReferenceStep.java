package io.ballast.sense.dex;

import java.math.BigInteger;

/**
 * One step of a swap, up to a target price. Source: SwapMath of the npm package {@code uniswap/v3-sdk} (MIT, Copyright 2021 Uniswap
 * Labs).
 */
final class ReferenceStep {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private ReferenceStep() {}

    /**
     * What one step did.
     *
     * @param price after the step, Q64.96
     * @param in taken, without fee
     * @param fee taken on top of {@code in}
     */
    record Step(BigInteger price, BigInteger in, BigInteger out, BigInteger fee) {}

    /** Moves the price from {@code price} toward {@code target} with at most {@code remaining} of the token in, fee included. */
    static Step step(
            BigInteger price,
            BigInteger target,
            BigInteger liquidity,
            BigInteger remaining,
            int feePips,
            boolean zeroForOne) {
        BigInteger keep = BigInteger.valueOf(1_000_000 - feePips);
        BigInteger lessFee = FullMath.mulDiv(remaining, keep, MILLION);
        BigInteger toTarget = amountIn(price, target, liquidity, zeroForOne);
        boolean reaches = lessFee.compareTo(toTarget) >= 0;
        BigInteger next = reaches ? target : ReferenceMath.afterInput(price, liquidity, lessFee, zeroForOne);
        BigInteger in = reaches ? toTarget : amountIn(price, next, liquidity, zeroForOne);
        BigInteger fee =
                reaches ? FullMath.mulDivRoundingUp(in, BigInteger.valueOf(feePips), keep) : remaining.subtract(in);
        return new Step(next, in, amountOut(price, next, liquidity, zeroForOne), fee);
    }

    /** Moves the price from {@code price} toward {@code target} for at most {@code remaining} of the token out. */
    static Step stepOut(
            BigInteger price,
            BigInteger target,
            BigInteger liquidity,
            BigInteger remaining,
            int feePips,
            boolean zeroForOne) {
        BigInteger toTarget = amountOut(price, target, liquidity, zeroForOne);
        boolean reaches = remaining.compareTo(toTarget) >= 0;
        BigInteger next = reaches ? target : ReferenceMath.afterOutput(price, liquidity, remaining, zeroForOne);
        BigInteger in = amountIn(price, next, liquidity, zeroForOne);
        BigInteger keep = BigInteger.valueOf(1_000_000 - feePips);
        BigInteger fee = FullMath.mulDivRoundingUp(in, BigInteger.valueOf(feePips), keep);
        return new Step(next, in, reaches ? toTarget : remaining, fee);
    }

    private static BigInteger amountIn(BigInteger from, BigInteger to, BigInteger liquidity, boolean zeroForOne) {
        return zeroForOne
                ? ReferenceMath.amount0(to, from, liquidity, true)
                : ReferenceMath.amount1(from, to, liquidity, true);
    }

    private static BigInteger amountOut(BigInteger from, BigInteger to, BigInteger liquidity, boolean zeroForOne) {
        return zeroForOne
                ? ReferenceMath.amount1(to, from, liquidity, false)
                : ReferenceMath.amount0(from, to, liquidity, false);
    }
}
