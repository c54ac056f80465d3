package io.ballast.act.execution;

import static io.ballast.act.execution.Orders.OWNER;
import static io.ballast.act.execution.Orders.ROUTER;
import static io.ballast.act.execution.Orders.USDC;
import static io.ballast.act.execution.Orders.WETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.Flow;
import io.ballast.act.journal.FlowsBooked;
import io.ballast.act.journal.TokenFrozen;
import io.ballast.act.journal.TokenFrozen.Cause;
import io.ballast.act.journal.TokenThawed;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.Universe;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenHealthTest {
    private static final Token DAI = new Token(new Address("0x" + "0d".repeat(20)), "DAI", 18);
    /** A thousandth of 1,000 USDC. */
    private static final long PART = 1_000_000;
    /** A thousandth of 2 WETH. */
    private static final long OTHER = 2_000_000_000_000_000L;

    private final Ground ground = new Ground();
    private final TokenHealth health = new TokenHealth(ground, Ground.UNIVERSE, OWNER, ground.log);

    @BeforeEach
    void open() {
        ground.reconciler(1, FlowRules.CAREFUL).open(ground.seen());
    }

    @Test
    void leavesTokensAloneThatArriveWhole() {
        survey(moves(PART), moves(OTHER));
        assertThat(ground.events(TokenFrozen.class)).isEmpty();
    }

    @Test
    void freezesAPausedTokenAloneAndOnce() {
        survey(refuses(), moves(OTHER));
        survey(refuses(), moves(OTHER));
        assertThat(ground.events(TokenFrozen.class)).hasSize(1);
        assertThat(ground.log.state().custody().isFrozen(USDC)).isTrue();
        assertThat(ground.log.state().custody().isFrozen(WETH)).isFalse();
    }

    @Test
    void tradesAPausedTokenAgainWhenItMoves() {
        survey(refuses(), moves(OTHER));
        survey(moves(PART), moves(OTHER));
        assertThat(ground.events(TokenThawed.class)).hasSize(1);
        assertThat(ground.log.state().custody().frozen()).isEmpty();
    }

    @Test
    void forgivesATokenThatTookAFeeOnlyOnAPersonsWord() {
        survey(moves(PART - 1), moves(OTHER));
        assertThat(ground.events(TokenFrozen.class))
                .extracting(TokenFrozen::cause)
                .containsExactly(Cause.TAKES_FEE);
        survey(moves(PART), moves(OTHER));
        assertThat(ground.log.state().custody().isFrozen(USDC)).isTrue();
        health.forgive(ground.header().ref());
        assertThat(ground.log.state().custody().isFrozen(USDC)).isFalse();
    }

    @Test
    void freezesATokenThatSaysYesAndMovesNothing() {
        survey(moves(0), moves(OTHER));
        assertThat(ground.events(TokenFrozen.class))
                .extracting(TokenFrozen::cause)
                .containsExactly(Cause.REFUSES);
    }

    @Test
    void freezesATokenWhoseBalancesCannotBeRead() {
        SimulatedResult silent = new SimulatedResult(true, Bytes.EMPTY, 1, List.of());
        survey(List.of(silent, word(1), silent), moves(OTHER));
        assertThat(ground.events(TokenFrozen.class))
                .extracting(TokenFrozen::cause)
                .containsExactly(Cause.UNREADABLE);
    }

    @Test
    void saysAnewWhatIsWrongWhenThatChanges() {
        survey(refuses(), moves(OTHER));
        survey(moves(PART - 1), moves(OTHER));
        assertThat(ground.events(TokenFrozen.class))
                .extracting(TokenFrozen::cause)
                .containsExactly(Cause.REFUSES, Cause.TAKES_FEE);
        assertThat(ground.log.state().custody().frozen()).hasSize(1);
    }

    @Test
    void looksAtNoTokenThatIsNotHeldAndHasNoPool() {
        ground.block(-Ground.whole(1_000, 6).longValueExact(), 0, 0);
        ground.log.append(new FlowsBooked(
                ground.header().ref(),
                List.of(new Flow(
                        Flow.Kind.TAKEN_OUT,
                        USDC,
                        Ground.whole(1_000, 6).negate(),
                        BigInteger.ZERO,
                        Optional.empty(),
                        Optional.empty())),
                Usd.of(7_000),
                ground.log.state().custody().units()));
        ground.simulation = () -> moves(OTHER);
        health.survey(ground.header().ref());
        assertThat(ground.events(TokenFrozen.class)).isEmpty();
    }

    @Test
    void looksAtATokenThatIsNotHeldThroughAPoolThatHoldsIt() {
        TokenHealth wide = new TokenHealth(ground, withDai(PoolId.of(ROUTER)), OWNER, ground.log);
        ground.simulation = () -> all(List.of(moves(PART), moves(OTHER), refuses()));
        wide.survey(ground.header().ref());
        assertThat(ground.log.state().custody().frozen())
                .extracting(TokenFrozen::token)
                .containsExactly(DAI);

        ground.simulation = () -> all(List.of(moves(PART), moves(OTHER), moves(OTHER)));
        wide.survey(ground.header().ref());
        assertThat(ground.log.state().custody().frozen()).isEmpty();
    }

    @Test
    void saysNothingOfATokenThatNobodyCouldSend() {
        TokenHealth singleton = new TokenHealth(ground, withDai(new PoolId("0x" + "90".repeat(32))), OWNER, ground.log);
        ground.simulation = () -> all(List.of(moves(PART), moves(OTHER)));
        singleton.survey(ground.header().ref());

        ground.unreadable.add(DAI);
        new TokenHealth(ground, withDai(PoolId.of(ROUTER)), OWNER, ground.log)
                .survey(ground.header().ref());
        assertThat(ground.events(TokenFrozen.class)).isEmpty();
    }

    private static Universe withDai(PoolId pool) {
        PoolSpec spec = new PoolSpec(pool, Venue.UNISWAP_V2, DAI, WETH, 3_000, 0);
        return new Universe(31_337, List.of(DAI, USDC, WETH), USDC, WETH, List.of(spec), List.of(), ROUTER, ROUTER);
    }

    private static List<SimulatedResult> all(List<List<SimulatedResult>> tokens) {
        return tokens.stream().flatMap(List::stream).toList();
    }

    private void survey(List<SimulatedResult> usdc, List<SimulatedResult> weth) {
        ground.simulation = () -> Stream.concat(usdc.stream(), weth.stream()).toList();
        health.survey(ground.header().ref());
    }

    /** Somebody sent the receiver 5 of it before. */
    private static List<SimulatedResult> moves(long arrives) {
        return List.of(word(5), word(1), word(5 + arrives));
    }

    private static List<SimulatedResult> refuses() {
        return List.of(word(5), new SimulatedResult(false, Bytes.EMPTY, 1, List.of()), word(5));
    }

    private static SimulatedResult word(long value) {
        return new SimulatedResult(true, Bytes.parse(String.format("0x%064x", value)), 1, List.of());
    }
}
