package io.ballast.base.units;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Keccak-256 as Ethereum uses it (padding 0x01, before FIPS 202). Needed for EIP-55 checksums and event topics. Source:
 * the Keccak reference, version 3.0, rate 1088, capacity 512.
 */
public final class Keccak256 {
    private static final int RATE = 136;
    private static final VarHandle LANE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int[] ROTATION = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };
    private static final int[] PI = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };
    private static final long[] ROUND = {
        0x0000000000000001L, 0x0000000000008082L, 0x800000000000808aL, 0x8000000080008000L,
        0x000000000000808bL, 0x0000000080000001L, 0x8000000080008081L, 0x8000000000008009L,
        0x000000000000008aL, 0x0000000000000088L, 0x0000000080008009L, 0x000000008000000aL,
        0x000000008000808bL, 0x800000000000008bL, 0x8000000000008089L, 0x8000000000008003L,
        0x8000000000008002L, 0x8000000000000080L, 0x000000000000800aL, 0x800000008000000aL,
        0x8000000080008081L, 0x8000000000008080L, 0x0000000080000001L, 0x8000000080008008L
    };

    private Keccak256() {}

    /** The 32-byte digest. */
    public static byte[] digest(byte[] input) {
        long[] state = new long[25];
        byte[] block = new byte[RATE];
        int offset = 0;
        for (; input.length - offset >= RATE; offset += RATE) {
            System.arraycopy(input, offset, block, 0, RATE);
            absorb(state, block);
        }
        java.util.Arrays.fill(block, (byte) 0);
        System.arraycopy(input, offset, block, 0, input.length - offset);
        block[input.length - offset] ^= 0x01;
        block[RATE - 1] ^= (byte) 0x80;
        absorb(state, block);
        byte[] out = new byte[32];
        for (int i = 0; i < 4; i++) {
            LANE.set(out, i * 8, state[i]);
        }
        return out;
    }

    private static void absorb(long[] state, byte[] block) {
        for (int i = 0; i < RATE / 8; i++) {
            state[i] ^= (long) LANE.get(block, i * 8);
        }
        permute(state);
    }

    private static void permute(long[] a) {
        long[] c = new long[5];
        for (long constant : ROUND) {
            theta(a, c);
            rhoPi(a);
            chi(a, c);
            a[0] ^= constant;
        }
    }

    private static void theta(long[] a, long[] c) {
        for (int x = 0; x < 5; x++) {
            c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
        }
        for (int x = 0; x < 5; x++) {
            long d = c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
            for (int y = 0; y < 25; y += 5) {
                a[x + y] ^= d;
            }
        }
    }

    private static void rhoPi(long[] a) {
        long moving = a[1];
        for (int i = 0; i < 24; i++) {
            long kept = a[PI[i]];
            a[PI[i]] = Long.rotateLeft(moving, ROTATION[i]);
            moving = kept;
        }
    }

    private static void chi(long[] a, long[] row) {
        for (int y = 0; y < 25; y += 5) {
            System.arraycopy(a, y, row, 0, 5);
            for (int x = 0; x < 5; x++) {
                a[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
            }
        }
    }
}
