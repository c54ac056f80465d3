package io.ballast.sense.dex.web3j;

import static io.ballast.sense.dex.Pools.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Multicall3Test {
    private static final Bytes ANSWER = Encoding.of()
            .word(32)
            .word(2)
            .word(64)
            .word(192)
            .word(1)
            .word(64)
            .bytes(Bytes.parse("0x" + "00".repeat(31) + "2a"))
            .word(0)
            .word(64)
            .bytes(Bytes.parse("0x08c379a0"))
            .build();

    @Test
    void encodesAnArrayOfCallsThatMayFail() {
        Bytes expected = Encoding.of()
                .raw("82ad56cb")
                .word(32)
                .word(2)
                .word(64)
                .word(224)
                .word(address(7))
                .word(1)
                .word(96)
                .bytes(Bytes.parse("0x01020304"))
                .word(address(8))
                .word(1)
                .word(96)
                .bytes(Bytes.EMPTY)
                .build();

        assertThat(Multicall3.aggregate3(List.of(
                        new Multicall3.Call(address(7), Bytes.parse("0x01020304")),
                        new Multicall3.Call(address(8), Bytes.EMPTY))))
                .isEqualTo(expected);
        assertThat(Multicall3.ethBalance(address(7)))
                .isEqualTo(Encoding.of().raw("4d2301cc").word(7).build());
    }

    @Test
    void readsResultsAndFailures() {
        List<CallResult> results = Multicall3.results(ANSWER, 2);

        assertThat(results.get(0))
                .isEqualTo(new CallResult.Returned(Encoding.of().word(42).build()));
        assertThat(results.get(1)).isInstanceOf(CallResult.Reverted.class);
    }

    @Test
    void anotherNumberOfResultsIsMalformed() {
        assertMalformed(ANSWER, 3);
        assertMalformed(Bytes.EMPTY, 2);
    }

    @Test
    void everyCutAndEveryWildWordIsMalformedOrReadButNeverAnotherError() {
        for (int length = 0; length < ANSWER.size() - 28; length++) {
            assertMalformed(Bytes.of(ANSWER.slice(0, length)), 2);
        }
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = ANSWER.toArray();
            int word = random.nextInt(changed.length / 32) * 32;
            for (int at = word + random.nextInt(32); at < word + 32; at++) {
                changed[at] = (byte) random.nextInt();
            }
            readsOrIsMalformed(Bytes.of(changed));
        }
    }

    private static void readsOrIsMalformed(Bytes answer) {
        try {
            assertThat(Multicall3.results(answer, 2)).hasSize(2);
        } catch (ChainException e) {
            assertThat(e.kind()).isEqualTo(ChainException.Kind.MALFORMED);
        }
    }

    private static void assertMalformed(Bytes answer, int count) {
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> Multicall3.results(answer, count))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.MALFORMED));
    }
}
