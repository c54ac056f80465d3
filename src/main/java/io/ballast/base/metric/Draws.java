package io.ballast.base.metric;

/**
 * Pseudo-random numbers that follow from a seed alone, the same on every JDK: SplitMix64 (Steele, Lea and Flood 2014). Not safe
 * for use by several threads.
 */
public final class Draws {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public Draws(long seed) {
        state = seed;
    }

    public long bits() {
        state += GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Below {@code bound}, which is positive; its bias is below {@code bound}·2⁻⁶⁴. */
    public int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(bits(), bound);
    }

    /** In [0, 1). */
    public double uniform() {
        return (bits() >>> 11) * 0x1p-53;
    }
}
