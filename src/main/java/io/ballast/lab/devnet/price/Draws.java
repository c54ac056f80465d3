package io.ballast.lab.devnet.price;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random draws that are the same on every Java platform: L64X128MixRandom is specified to the bit, and everything made of
 * it here uses {@link StrictMath}. Not thread-safe.
 */
public final class Draws {
    private final RandomGenerator random;

    /** @param stream which of the independent sequences of a seed */
    public Draws(long seed, Stream stream) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + stream.number);
    }

    /** One sequence for each use, so that more draws of one do not shift another. */
    public enum Stream {
        MARKET(0),
        TRADERS(1),
        ORDER(2),
        GAS(3);

        private final int number;

        Stream(int number) {
            this.number = number;
        }
    }

    /** In [0, 1), a multiple of 2^-53. */
    public double uniform() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** In [0, bound). */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Standard normal, by Marsaglia's polar method; the second value of a pair is dropped. */
    public double gaussian() {
        while (true) {
            double u = 2 * uniform() - 1;
            double v = 2 * uniform() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /** Exponential with this mean. */
    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** Poisson with a small mean, by Knuth's product of uniforms. */
    public int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }
}
