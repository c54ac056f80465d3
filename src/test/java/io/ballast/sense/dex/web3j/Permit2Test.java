package io.ballast.sense.dex.web3j;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.address;
import static io.ballast.sense.dex.Pools.amount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.ChainException;
import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class Permit2Test {
    private static final Instant EXPIRY = Instant.ofEpochSecond(1_800_000_000);
    private static final Address ROUTER = address(0xabcd);

    @Test
    void allowsExactlyTheAmountUntilATime() {
        assertThat(Permit2.approve(ROUTER, amount(A, "1000"), EXPIRY))
                .isEqualTo(Encoding.of()
                        .raw("87517c45")
                        .word(A.address())
                        .word(ROUTER)
                        .word(1000)
                        .word(1_800_000_000)
                        .build());
    }

    @Test
    void neverAllowsForEver() {
        TokenAmount forever = new TokenAmount(A, BigInteger.ONE.shiftLeft(160).subtract(BigInteger.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Permit2.approve(ROUTER, forever, EXPIRY));
        assertThatIllegalArgumentException().isThrownBy(() -> Permit2.approve(ROUTER, amount(A, "1"), Instant.EPOCH));
    }

    @Test
    void readsWhatIsLeft() {
        assertThat(Permit2.allowance(address(1), A.address(), ROUTER))
                .isEqualTo(Encoding.of()
                        .raw("927da105")
                        .word(1)
                        .word(A.address())
                        .word(ROUTER)
                        .build());
        Bytes answer = Encoding.of().word(1000).word(1_800_000_000).word(3).build();
        Permit2.Allowance allowance = Permit2.allowance(answer);

        assertThat(allowance.covers(amount(A, "1000"), EXPIRY)).isTrue();
        assertThat(allowance.covers(amount(A, "1001"), EXPIRY)).isFalse();
        assertThat(allowance.covers(amount(A, "1"), EXPIRY.plusSeconds(1))).isFalse();
    }

    @Test
    void anythingElseIsMalformed() {
        for (Bytes answer : new Bytes[] {
            Bytes.EMPTY,
            Encoding.of().word(1000).word(1_800_000_000).build(),
            Encoding.of().word(-1).word(1_800_000_000).word(3).build(),
            Encoding.of().word(1).word(1L << 48).word(3).build()
        }) {
            assertThatExceptionOfType(ChainException.class)
                    .isThrownBy(() -> Permit2.allowance(answer))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.MALFORMED));
        }
    }
}
