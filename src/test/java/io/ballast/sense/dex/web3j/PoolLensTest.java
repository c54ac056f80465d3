package io.ballast.sense.dex.web3j;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.address;
import static io.ballast.sense.dex.Pools.pair;
import static io.ballast.sense.dex.Pools.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Pools;
import io.ballast.sense.dex.Pools.Position;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolLensTest {
    private static final Instant TIME = Instant.ofEpochSecond(1_800_000_000);
    private static final ConstantProductPool PAIR = pair(1, A, B, 3000, "1000000", "2000000");
    private static final ConcentratedPool POOL = Pools.pool(
            spec(2, A, C, 3000, 60),
            -90,
            List.of(Position.of(-600, 600, "1000000007"), Position.of(-60, 60, "3"), Position.of(-120, -60, "5")));
    private static final List<PoolState> STATES = List.of(PAIR, POOL);
    private static final List<PoolSpec> SPECS = List.of(PAIR.spec(), POOL.spec());
    private final PoolLens lens = new PoolLens();

    @Test
    void asksForManyPoolsInOneCallOfCodeThatIsOnlyLent() {
        EthCall call = lens.calls(SPECS).get(0);

        assertThat(lens.calls(SPECS)).hasSize(1);
        assertThat(call.data())
                .isEqualTo(Bytes.parse("0x" + address(1).hex().substring(2) + "000000ffff"
                        + address(2).hex().substring(2) + "00003cffff"));
        assertThat(call.codeOverrides()).containsOnlyKeys(call.to());
        assertThat(call.codeOverrides().get(call.to()).size()).isGreaterThan(500);
    }

    /** With a spacing of 1 a pool has 6,932 words to read, 21.5 million units of gas measured. */
    @Test
    void spreadsExpensivePoolsOverSeveralCalls() {
        List<PoolSpec> fine =
                IntStream.range(1, 4).mapToObj(id -> spec(id, A, B, 100, 1)).toList();
        List<PoolSpec> coarse =
                IntStream.range(1, 13).mapToObj(id -> spec(id, A, B, 3000, 60)).toList();

        assertThat(lens.calls(fine)).hasSize(3);
        assertThat(lens.calls(coarse)).hasSize(1);
        assertThat(lens.calls(List.of())).isEmpty();
    }

    @Test
    void readsWhatThePoolsHold() {
        assertThat(states(LensEncoding.answer(TIME, STATES))).isEqualTo(STATES);
    }

    @Test
    void aCutOrLongerAnswerIsMalformed() {
        Bytes whole = LensEncoding.answer(TIME, STATES);
        for (int length = 0; length < whole.size(); length++) {
            assertMalformed(Bytes.of(whole.slice(0, length)));
        }
        assertMalformed(Bytes.parse(whole.hex() + "00"));
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> states(Bytes.EMPTY))
                .withMessageContaining("ignored the code override");
    }

    @Test
    void anAnswerOfAnotherBlockIsMalformed() {
        assertMalformed(LensEncoding.answer(TIME.minusSeconds(12), STATES));
    }

    @Test
    void everyFlippedBitThatMattersToAQuoteIsSeen() {
        Bytes whole = LensEncoding.answer(TIME, List.of(PAIR, POOL));
        int ticksAt = 8 + 28 + 20;
        for (int at = ticksAt; at < whole.size(); at++) {
            byte[] changed = whole.toArray();
            changed[at] ^= 1;
            assertMalformed(Bytes.of(changed));
        }
    }

    @Test
    void emptyReservesAreMalformedNotZero() {
        Bytes empty = Bytes.parse("0x" + String.format("%016x", TIME.getEpochSecond()) + "00".repeat(28));
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> lens.states(List.of(PAIR.spec()), List.of(new CallResult.Returned(empty)), TIME))
                .withMessageContaining(PAIR.id().toString());
    }

    @Test
    void namesThePoolThatDoesNotAnswer() {
        CallResult reverted = new CallResult.Reverted(
                Encoding.of().word(address(2)).word(500_000).build(), "execution reverted");
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> lens.states(SPECS, List.of(reverted), TIME))
                .withMessageContaining(address(2).toString())
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.REVERTED));
    }

    @Test
    void tellsAPoolThatDoesNotAnswerFromGasThatRanOut() {
        CallResult starved =
                new CallResult.Reverted(Encoding.of().word(address(2)).word(120).build(), "execution reverted");
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> lens.states(SPECS, List.of(starved), TIME))
                .withMessageContaining("out of gas")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.REFUSED));
    }

    @Test
    void readsOnlyNearThePriceWhereAPoolDoesNotFit() {
        PoolSpec fine = spec(3, A, B, 100, 1);
        EthCall call = lens.within(1_240_000).calls(List.of(fine)).get(0);

        assertThat(call.data().hex()).endsWith("000001" + "0064");
        Bytes answer = LensEncoding.answer(TIME, List.of(Pools.pool(fine, -300, List.of(Position.of(-900, 900, "7")))));
        ConcentratedPool state = (ConcentratedPool) lens.within(1_240_000)
                .states(List.of(fine), List.of(new CallResult.Returned(answer)), TIME)
                .get(0);
        assertThat(state.ticks().knownLow()).isEqualTo((-2 - 100) * 256);
        assertThat(state.ticks().knownHigh()).isEqualTo((-2 + 100) * 256 + 255);
    }

    private List<PoolState> states(Bytes answer) {
        return lens.states(SPECS, List.of(new CallResult.Returned(answer)), TIME);
    }

    private void assertMalformed(Bytes answer) {
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> states(answer))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.MALFORMED));
    }
}
