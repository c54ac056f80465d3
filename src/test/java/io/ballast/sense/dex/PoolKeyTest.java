package io.ballast.sense.dex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import org.junit.jupiter.api.Test;

class PoolKeyTest {
    private static final Address USDC = Address.parse("0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48");

    /** Ethereum's pool of ether and USDC at 0.05 %. */
    @Test
    void hashesToTheIdOfAPoolOnMainnet() {
        PoolKey key = new PoolKey(Address.ZERO, USDC, 500, 10, Address.ZERO);
        assertThat(key.id())
                .isEqualTo(new PoolId("0x21c67e77068de97969ba93d4aab21826d33ca12bb9f565d8496e8fda8a82ca27"));
    }

    @Test
    void everyPartOfTheKeyMakesAnotherPool() {
        Address other = Pools.address(0x4000);
        assertThat(new PoolKey[] {
                    new PoolKey(Address.ZERO, USDC, 500, 10, Address.ZERO),
                    new PoolKey(other, USDC, 500, 10, Address.ZERO),
                    new PoolKey(Address.ZERO, other, 500, 10, Address.ZERO),
                    new PoolKey(Address.ZERO, USDC, 501, 10, Address.ZERO),
                    new PoolKey(Address.ZERO, USDC, 500, 11, Address.ZERO),
                    new PoolKey(Address.ZERO, USDC, 500, 10, other)
                })
                .extracting(PoolKey::id)
                .doesNotHaveDuplicates();
    }

    /** The lowest 14 bits of the address say when the contract is called. */
    @Test
    void leavesToTheNodeWhatHooksMayChangeInASwap() {
        assertThat(hooked(0x40000).hooksSwaps()).isFalse();
        assertThat(hooked(0x40000 | 0x3f03 | 0x30).hooksSwaps())
                .as("liquidity, initialisation and donations")
                .isFalse();
        for (int flag : new int[] {1 << 7, 1 << 6, 1 << 3, 1 << 2}) {
            assertThat(hooked(0x40000 | flag).hooksSwaps()).isTrue();
        }
        assertThat(hooked(0x40080).spec(Pools.A, Pools.B).arithmetic()).isEqualTo(Arithmetic.NODE);
        assertThat(hooked(0x40000).spec(Pools.A, Pools.B).arithmetic()).isEqualTo(Arithmetic.LOCAL);
    }

    @Test
    void comesBackFromItsSpecification() {
        PoolKey key =
                new PoolKey(Pools.A.address(), Pools.B.address(), PoolKey.DYNAMIC_FEE, 60, Pools.address(0x40000));
        PoolSpec spec = key.spec(Pools.A, Pools.B);
        assertThat(PoolKey.of(spec)).isEqualTo(key);
        assertThat(spec.id()).isEqualTo(key.id());
        assertThatIllegalArgumentException().isThrownBy(() -> key.spec(Pools.A, Pools.C));
        assertThatIllegalArgumentException().isThrownBy(() -> PoolKey.of(Pools.spec(1, Pools.A, Pools.B, 500, 10)));
    }

    @Test
    void refusesKeysThatNoPoolHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PoolKey(USDC, Address.ZERO, 500, 10, Address.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PoolKey(Address.ZERO, USDC, 1_000_001, 10, Address.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new PoolKey(Address.ZERO, USDC, 500, 0, Address.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PoolKey(Address.ZERO, USDC, 500, 32_768, Address.ZERO));
    }

    private static PoolKey hooked(int hooks) {
        return new PoolKey(Pools.A.address(), Pools.B.address(), 500, 10, Pools.address(hooks));
    }
}
