package io.ballast.act.wallet;

import io.ballast.base.units.Bytes;

/** How a keystore makes its key from the passphrase, within bounds that neither exhaust memory nor invite guessing. */
public sealed interface Kdf {
    /** Length of the derived key: half encrypts, half authenticates. */
    int DERIVED = 32;

    Bytes salt();

    /** Bytes of memory one derivation needs. */
    long memory();

    /**
     * RFC 7914.
     *
     * @param n cost: a power of two from 2^12, below 2^(16·r)
     * @param r block size; {@code n·r·128} bytes of memory, at most 512 MiB
     * @param p parallelism, 1 to 16
     */
    record Scrypt(int n, int r, int p, Bytes salt) implements Kdf {
        public Scrypt {
            if (n < 1 << 12 || Integer.bitCount(n) != 1) {
                throw new IllegalArgumentException("scrypt n must be a power of two from 4096, was " + n);
            }
            if (r < 1 || 128L * n * r > 512L << 20) {
                throw new IllegalArgumentException("scrypt n·r·128 must be at most 512 MiB, was n=" + n + ", r=" + r);
            }
            if (16L * r <= Integer.numberOfTrailingZeros(n)) {
                throw new IllegalArgumentException("scrypt n must be below 2^(16·r), was n=" + n + ", r=" + r);
            }
            if (p < 1 || p > 16) {
                throw new IllegalArgumentException("scrypt p must be in [1, 16], was " + p);
            }
            requireSalt(salt);
        }

        @Override
        public long memory() {
            return 128L * r * (n + 2L * p);
        }

        @Override
        public String toString() {
            return "scrypt n=" + n + " r=" + r + " p=" + p;
        }
    }

    /**
     * RFC 8018 with HMAC-SHA-256.
     *
     * @param c iterations, 10,000 to 10,000,000
     */
    record Pbkdf2(int c, Bytes salt) implements Kdf {
        public Pbkdf2 {
            if (c < 10_000 || c > 10_000_000) {
                throw new IllegalArgumentException("pbkdf2 c must be in [10000, 10000000], was " + c);
            }
            requireSalt(salt);
        }

        @Override
        public long memory() {
            return 0;
        }

        @Override
        public String toString() {
            return "pbkdf2 c=" + c;
        }
    }

    private static void requireSalt(Bytes salt) {
        if (salt.size() < 8 || salt.size() > 64) {
            throw new IllegalArgumentException("salt must have 8 to 64 bytes, had " + salt.size());
        }
    }
}
