package io.ballast.sense.dex;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hex;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What identifies a pool inside Uniswap V4's PoolManager.
 *
 * @param currency0 lower than {@code currency1}; {@link Address#ZERO} is the chain's coin
 * @param feePips fee of the liquidity providers in millionths, or {@link #DYNAMIC_FEE}
 * @param tickSpacing in [1, 32767]
 * @param hooks zero for none
 */
public record PoolKey(Address currency0, Address currency1, int feePips, int tickSpacing, Address hooks) {
    /** In place of a fee: the hooks' contract sets it, and the pool's state tells it. */
    public static final int DYNAMIC_FEE = 0x800000;

    /** Bits of the hooks' address that let it act in a swap: before, after, and with a change of the amounts. */
    private static final int SWAP_FLAGS = 1 << 7 | 1 << 6 | 1 << 3 | 1 << 2;

    private static final int MAX_FEE = 1_000_000;
    private static final int MAX_SPACING = 32_767;

    public PoolKey {
        if (currency0.compareTo(currency1) >= 0) {
            throw new IllegalArgumentException(
                    "currency0 must sort below currency1, were " + currency0 + " and " + currency1);
        }
        if (feePips != DYNAMIC_FEE && (feePips < 0 || feePips > MAX_FEE)) {
            throw new IllegalArgumentException("fee must be in [0, 1000000] or dynamic, was " + feePips);
        }
        if (tickSpacing < 1 || tickSpacing > MAX_SPACING) {
            throw new IllegalArgumentException("tick spacing must be in [1, 32767], was " + tickSpacing);
        }
    }

    /** The key of a Uniswap V4 pool. */
    public static PoolKey of(PoolSpec spec) {
        if (spec.protocol() != Protocol.CONCENTRATED_SINGLETON) {
            throw new IllegalArgumentException("pools of " + spec.venue().label() + " have no key: " + spec.id());
        }
        return new PoolKey(
                spec.currency(spec.token0()),
                spec.currency(spec.token1()),
                spec.feePips(),
                spec.tickSpacing(),
                spec.hooks());
    }

    /**
     * What never changes about the pool. Its arithmetic is ours unless its hooks act in swaps.
     *
     * @param token0 with the address of {@code currency0}; where that is the chain's coin, the token that wraps it
     * @param token1 with the address of {@code currency1}
     */
    public PoolSpec spec(Token token0, Token token1) {
        boolean nativeCoin = currency0.equals(Address.ZERO) && !token0.address().equals(Address.ZERO);
        if (!(nativeCoin || token0.address().equals(currency0))
                || !token1.address().equals(currency1)) {
            throw new IllegalArgumentException(token0 + " and " + token1 + " are not the currencies of pool " + id());
        }
        Arithmetic whose = hooksSwaps() ? Arithmetic.NODE : Arithmetic.LOCAL;
        return new PoolSpec(
                id(), Venue.UNISWAP_V4, List.of(token0, token1), feePips, tickSpacing, hooks, whose, nativeCoin);
    }

    /** {@code keccak256(abi.encode(key))}. */
    public PoolId id() {
        byte[] words = ByteBuffer.allocate(5 * 32)
                .put(word(currency0))
                .put(word(currency1))
                .put(word(feePips))
                .put(word(tickSpacing))
                .put(word(hooks))
                .array();
        return new PoolId(Hex.encode(Keccak256.digest(words)));
    }

    /** Whether the hooks' contract acts in a swap, as its address tells: then only the node can quote the pool. */
    public boolean hooksSwaps() {
        return swaps(hooks);
    }

    /** Whether a contract of hooks acts in swaps. */
    public static boolean swaps(Address hooks) {
        return (hooks.bytes()[19] & SWAP_FLAGS) != 0;
    }

    private static byte[] word(Address address) {
        return ByteBuffer.allocate(32).position(12).put(address.bytes()).array();
    }

    private static byte[] word(int value) {
        return ByteBuffer.allocate(32).putInt(28, value).array();
    }
}
