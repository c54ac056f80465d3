package io.ballast.sense.dex;

/**
 * Fee on the amount in, in millionths, for each direction. They differ only where a protocol takes its share on top of the
 * pool's fee, as Uniswap V4 may.
 *
 * @param zeroForOne for token0 in, in [0, 1000000)
 * @param oneForZero for token1 in, in [0, 1000000)
 */
public record SwapFees(int zeroForOne, int oneForZero) {
    private static final int MILLION = 1_000_000;

    public SwapFees {
        if (zeroForOne < 0 || zeroForOne >= MILLION || oneForZero < 0 || oneForZero >= MILLION) {
            throw new IllegalArgumentException(
                    "fees must be in [0, 1000000), were " + zeroForOne + " and " + oneForZero);
        }
    }

    /** The same fee both ways. */
    public static SwapFees of(int pips) {
        return new SwapFees(pips, pips);
    }

    /**
     * Uniswap V4's rule: the protocol's fee comes first and the pool's from what is left, {@code p + l − ⌊p·l/10⁶⌋}.
     *
     * @param lpFee of the pool's liquidity providers, in [0, 1000000)
     * @param protocolZeroForOne at most 1000
     * @param protocolOneForZero at most 1000
     */
    public static SwapFees withProtocol(int lpFee, int protocolZeroForOne, int protocolOneForZero) {
        return new SwapFees(total(lpFee, protocolZeroForOne), total(lpFee, protocolOneForZero));
    }

    private static int total(int lpFee, int protocol) {
        return protocol + lpFee - (int) ((long) protocol * lpFee / MILLION);
    }

    /** The fee of one direction. */
    public int of(boolean zeroForOneIn) {
        return zeroForOneIn ? zeroForOne : oneForZero;
    }
}
