package io.ballast.sense.chain;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Wei;

/**
 * What the agent needs of a block's header.
 *
 * @param baseFee price per unit of gas that this block burnt (EIP-1559)
 * @param gasUsed units of gas
 * @param gasLimit units of gas
 */
public record BlockHeader(BlockRef ref, Wei baseFee, long gasUsed, long gasLimit) {
    /** Nitro writes 2^50 for want of a limit, and sets its base fee by a rule of its own. */
    private static final long NOMINAL_LIMIT = 1L << 40;

    /**
     * Base fee of the next block by the rule of EIP-1559 (elasticity 2, denominator 8); on chains without a real gas limit the
     * present one, which is the best guess there is.
     */
    public Wei nextBaseFee() {
        long target = gasLimit / 2;
        if (gasUsed == target || target == 0 || gasLimit >= NOMINAL_LIMIT) {
            return baseFee;
        }
        java.math.BigInteger delta = baseFee.value()
                .multiply(java.math.BigInteger.valueOf(Math.abs(gasUsed - target)))
                .divide(java.math.BigInteger.valueOf(target))
                .divide(java.math.BigInteger.valueOf(8));
        return gasUsed > target
                ? baseFee.plus(new Wei(delta.max(java.math.BigInteger.ONE)))
                : baseFee.minus(new Wei(delta));
    }
}
