package io.ballast.sense.market;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.address;
import static io.ballast.sense.dex.Pools.amount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainProfile;
import io.ballast.sense.chain.ChainProfile.BlockNumberSource;
import io.ballast.sense.chain.ChainProfile.Finality;
import io.ballast.sense.chain.ChainProfile.L1DataFee;
import io.ballast.sense.chain.ChainProfile.Ordering;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RoutePart;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.Encoding;
import io.ballast.sense.dex.web3j.Nitro;
import io.ballast.sense.dex.web3j.OpStack;
import io.ballast.sense.dex.web3j.SwapCalldata;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionsQueryTest {
    private static final Instant TIME = Instant.ofEpochSecond(1_800_000_000);
    private static final Address FEED = address(0x5e);
    private static final BlockHeader HEADER =
            new BlockHeader(new BlockRef(41, Hash32.ZERO, Hash32.ZERO, TIME), Wei.of(7), 15, 30);
    private static final CallResult HEIGHT = word(41);
    private static final CallResult REVERTED = new CallResult.Reverted(Bytes.EMPTY, "execution reverted");

    private static ConditionsQuery query(BlockNumberSource numbers, L1DataFee fee, boolean feed) {
        ChainProfile chain = new ChainProfile(
                numbers,
                fee,
                Finality.FINALIZED,
                false,
                Ordering.FIRST_COME,
                feed ? Optional.of(FEED) : Optional.empty());
        return new ConditionsQuery(
                new Universe(10, List.of(A, B), A, B, List.of(), List.of(), address(0xee), address(0xcc), chain));
    }

    private static final ConditionsQuery PLAIN = query(BlockNumberSource.OWN, L1DataFee.NONE, false);
    private static final ConditionsQuery OP = query(BlockNumberSource.OWN, L1DataFee.OUTSIDE_GAS_LIMIT, false);
    private static final ConditionsQuery NITRO = query(BlockNumberSource.L1, L1DataFee.INSIDE_GAS_LIMIT, false);
    private static final ConditionsQuery WATCHED = query(BlockNumberSource.OWN, L1DataFee.NONE, true);

    private static CallResult word(long value) {
        return new CallResult.Returned(Encoding.of().word(value).build());
    }

    private static CallResult uptime(long answer, Instant startedAt) {
        return new CallResult.Returned(Encoding.of()
                .word(1)
                .word(answer)
                .word(startedAt.getEpochSecond())
                .word(TIME.getEpochSecond())
                .word(1)
                .build());
    }

    private static ChainConditions read(ConditionsQuery query, CallResult... viaMulticall) {
        return query.read(List.of(viaMulticall).iterator(), List.of(), HEADER);
    }

    private static void assertFails(ChainException.Kind kind, ConditionsQuery query, CallResult... viaMulticall) {
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> read(query, viaMulticall))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void onlyArbitrumsOwnPrecompileIsBelievedOfItsHeight() {
        assertThat(PLAIN.viaMulticall().getFirst().target()).isEqualTo(address(0xcc));
        assertThat(NITRO.viaMulticall().getFirst().target()).isEqualTo(Nitro.ARB_SYS);
    }

    @Test
    void anotherHeightIsAnotherBlock() {
        assertThat(read(PLAIN, HEIGHT).l1()).isEqualTo(L1Charge.NONE);
        assertFails(ChainException.Kind.MALFORMED, PLAIN, word(40));
        assertFails(ChainException.Kind.MALFORMED, PLAIN, new CallResult.Returned(Bytes.EMPTY));
        assertFails(ChainException.Kind.REVERTED, PLAIN, REVERTED);
    }

    @Test
    void theOpStacksFeeComesOnTopOfGas() {
        assertThat(OP.viaMulticall())
                .extracting(call -> call.target())
                .containsExactly(address(0xcc), OpStack.GAS_PRICE_ORACLE, OpStack.GAS_PRICE_ORACLE);
        assertThat(read(OP, HEIGHT, word(500), word(400)).l1()).isEqualTo(new L1Charge(Wei.of(500), 0));
    }

    @Test
    void beforeFjordTheFeeIsAskedByContent() {
        assertThat(read(OP, HEIGHT, REVERTED, word(400)).l1()).isEqualTo(new L1Charge(Wei.of(400), 0));
    }

    @Test
    void aDataFeeThatIsMissingOrZeroIsNoFee() {
        assertFails(ChainException.Kind.REVERTED, OP, HEIGHT, REVERTED, REVERTED);
        assertFails(ChainException.Kind.MALFORMED, OP, HEIGHT, word(0), word(400));
        CallResult noOracle = new CallResult.Returned(Bytes.EMPTY);
        assertFails(ChainException.Kind.MALFORMED, OP, HEIGHT, noOracle, noOracle);
    }

    @Test
    void nitrosFeeIsGasWithinTheLimit() {
        assertThat(NITRO.direct()).singleElement().satisfies(call -> {
            assertThat(call.to()).isEqualTo(Nitro.NODE_INTERFACE);
            assertThat(call.data().size()).isGreaterThan(ConditionsQuery.SWAP_BYTES);
        });
        CallResult estimate = new CallResult.Returned(
                Encoding.of().word(210_000).word(7).word(9).build());
        assertThat(NITRO.read(List.of(HEIGHT).iterator(), List.of(estimate), HEADER)
                        .l1())
                .isEqualTo(new L1Charge(Wei.ZERO, 210_000));
        for (CallResult bad : List.of(word(1), new CallResult.Returned(Bytes.EMPTY), REVERTED)) {
            assertThatExceptionOfType(ChainException.class)
                    .isThrownBy(() -> NITRO.read(List.of(HEIGHT).iterator(), List.of(bad), HEADER));
        }
    }

    @Test
    void theSequencersFeedSaysUpOrDownAndEverythingElseIsUnknown() {
        Instant since = TIME.minusSeconds(3_600);
        assertThat(read(PLAIN, HEIGHT).sequencer()).isEqualTo(new Sequencer.None());
        assertThat(read(WATCHED, HEIGHT, uptime(0, since)).sequencer()).isEqualTo(new Sequencer.Up(since));
        assertThat(read(WATCHED, HEIGHT, uptime(1, since)).sequencer()).isEqualTo(new Sequencer.Down(since));
        for (CallResult bad : List.of(
                REVERTED,
                new CallResult.Returned(Bytes.EMPTY),
                word(0),
                uptime(2, since),
                uptime(-1, since),
                uptime(0, Instant.EPOCH),
                uptime(0, TIME.plusSeconds(1)))) {
            assertThat(read(WATCHED, HEIGHT, bad).sequencer()).isInstanceOf(Sequencer.Unknown.class);
        }
    }

    @Test
    void nothingIsTradedUntilTheSequencerWasUpForTheGrace() {
        Duration grace = Duration.ofHours(1);
        Instant since = TIME.minus(grace);
        assertThat(new Sequencer.None().obstacle(TIME, grace)).isEmpty();
        assertThat(new Sequencer.Up(since).obstacle(TIME, grace)).isEmpty();
        assertThat(new Sequencer.Up(since.plusSeconds(1)).obstacle(TIME, grace)).isPresent();
        assertThat(new Sequencer.Down(since).obstacle(TIME, grace)).isPresent();
        assertThat(new Sequencer.Unknown("no answer").obstacle(TIME, grace)).isPresent();
    }

    @Test
    void aMarketOfARollupCannotBeMadeWithoutItsConditions() {
        ChainProfile rollup = new ChainProfile(
                BlockNumberSource.OWN,
                L1DataFee.OUTSIDE_GAS_LIMIT,
                Finality.FINALIZED,
                false,
                Ordering.PRIORITY_FEE,
                Optional.empty());
        assertThatIllegalArgumentException().isThrownBy(() -> ChainConditions.plain(rollup));
        assertThat(ChainConditions.plain(ChainProfile.ETHEREUM).l1()).isEqualTo(L1Charge.NONE);
    }

    @Test
    void theSizeAskedAboutHoldsTheLargestSwap() {
        Route route = new Route(List.of(hop(1, A, B), hop(2, B, A), hop(3, A, C)));
        RoutePart part = new RoutePart(route, amount(A, "1000000"), amount(C, "1"));
        Bytes data = SwapCalldata.exactInput(List.of(part, part, part), address(0x0b), TIME);
        // Chain id, nonce, fees, gas, target, empty access list, signature, and the lengths of all of them.
        int envelope = 200;
        assertThat(data.size() + envelope).isBetween(1_000, ConditionsQuery.SWAP_BYTES);
    }

    @Test
    void theWorstIsTwiceWhatWasRead() {
        assertThat(new L1Charge(Wei.of(3), 5).worst()).isEqualTo(new L1Charge(Wei.of(6), 10));
    }

    private static Hop hop(int pool, io.ballast.base.units.Token in, io.ballast.base.units.Token out) {
        return new Hop(PoolId.of(address(pool)), Venue.UNISWAP_V3, 500, in, out);
    }
}
