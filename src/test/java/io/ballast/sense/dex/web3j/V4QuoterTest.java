package io.ballast.sense.dex.web3j;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.address;
import static io.ballast.sense.dex.Pools.amount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class V4QuoterTest {
    private static final PoolSpec POOL =
            new PoolKey(A.address(), B.address(), PoolKey.DYNAMIC_FEE, 60, address(0x400c0)).spec(A, B);

    @Test
    void asksForTheOtherAmountOfASwap() {
        assertThat(V4Quoter.exactInput(POOL, amount(A, "1000"))).isEqualTo(call("aa9d21cb", 1));
        assertThat(V4Quoter.exactInput(POOL, amount(B, "1000"))).isEqualTo(call("aa9d21cb", 0));
        assertThat(V4Quoter.exactOutput(POOL, amount(B, "1000")))
                .as("token0 goes in for token1")
                .isEqualTo(call("58733073", 1));
    }

    @Test
    void readsTheAmount() {
        assertThat(V4Quoter.amount(Encoding.of().word(7).word(100_000).build())).isEqualTo(BigInteger.valueOf(7));
        for (Bytes answer : new Bytes[] {Bytes.EMPTY, Encoding.of().word(7).build()}) {
            assertThatExceptionOfType(ChainException.class).isThrownBy(() -> V4Quoter.amount(answer));
        }
    }

    @Test
    void refusesAmountsThatTheQuoterWouldCutOff() {
        String tooMuch = BigInteger.ONE.shiftLeft(128).toString();
        assertThatIllegalArgumentException().isThrownBy(() -> V4Quoter.exactInput(POOL, amount(A, tooMuch)));
        assertThatIllegalArgumentException().isThrownBy(() -> V4Quoter.exactInput(POOL, amount(A, "0")));
        assertThatIllegalArgumentException().isThrownBy(() -> V4Quoter.exactInput(POOL, amount(C, "1")));
    }

    private static Bytes call(String selector, int zeroForOne) {
        return Encoding.of()
                .raw(selector)
                .word(32)
                .word(A.address())
                .word(B.address())
                .word(0x800000)
                .word(60)
                .word(address(0x400c0))
                .word(zeroForOne)
                .word(1000)
                .word(256)
                .word(0)
                .build();
    }
}
