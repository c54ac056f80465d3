package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.execution.AllowanceGuard;
import io.ballast.act.execution.Executor;
import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.execution.Logbook;
import io.ballast.act.execution.Retries;
import io.ballast.act.execution.RiskDesk;
import io.ballast.act.execution.SwapOrder;
import io.ballast.act.journal.DecisionMade;
import io.ballast.act.journal.json.MemoryJournal;
import io.ballast.act.risk.Assessment;
import io.ballast.act.risk.RiskGate;
import io.ballast.act.risk.RiskState;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.think.Markets;
import io.ballast.think.action.Ceiling;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.model.rule.RuleScorers;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.strategy.Allocation;
import io.ballast.think.strategy.PolicyThresholds;
import io.ballast.think.strategy.ScorerChoice;
import io.ballast.think.strategy.ScorerChoice.Role;
import io.ballast.think.strategy.Strategy;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision that sells WETH for USDC, carried out by an executor that does as it is told. */
class RebalanceTest {
    private static final PriceWindow WINDOW = Markets.trend(70, 0, 0, 0, 0);
    private static final long DEPTH = 50_000_000;

    @TempDir
    Path directory;

    private final MemoryJournal journal = new MemoryJournal(() -> Instant.EPOCH);
    private final Logbook log = new Logbook(journal);
    private final Scripted executor = new Scripted();
    private final Strategy strategy = strategy();
    private RiskDesk risk;

    @BeforeEach
    void limit() {
        risk = new RiskDesk(
                new RiskGate(new ConfigSandbox(directory).load().settings().limits()), log);
    }

    @Test
    void aSwapThatFailedIsTriedAgainForNoLessAndAsOftenAsAllowed() {
        executor.fails(9);
        List<IntentOutcome> ends = rebalance(2).carryOut(decision(), WINDOW);

        assertThat(ends).hasSize(3).noneMatch(IntentOutcome::filled);
        assertThat(executor.swaps).extracting(SwapOrder::attempt).containsExactly(1, 2, 3);
        assertThat(executor.swaps)
                .extracting(SwapOrder::amountIn)
                .containsOnly(executor.swaps.getFirst().amountIn());
        assertThat(minOuts()).isSorted();
        assertThat(executor.swaps)
                .extracting(order -> order.intentId("swap"))
                .containsExactly("d000001.1.swap", "d000001.1.swap.2", "d000001.1.swap.3");
    }

    @Test
    void aBetterMarketRaisesWhatTheNextAttemptAcceptsAndAWorseOneEndsIt() {
        executor.fails(9);
        executor.markets.addAll(List.of(market(1.01), market(1.0)));
        List<IntentOutcome> ends = rebalance(5).carryOut(decision(), WINDOW);

        assertThat(minOuts()).hasSize(2);
        assertThat(executor.swaps.get(1).minOut())
                .isGreaterThan(executor.swaps.get(0).minOut());
        assertThat(ends).hasSize(2);
    }

    @Test
    void zeroRetriesAreNone() {
        executor.fails(9);
        assertThat(rebalance(0).carryOut(decision(), WINDOW)).hasSize(1);
        assertThat(executor.swaps).hasSize(1);
    }

    @Test
    void whatALimitRefusedIsNotTriedAgain() {
        executor.ends.add(order -> new IntentOutcome.Refused(
                order.intentId("swap"), new Assessment(List.of(), RiskState.INITIAL, List.of())));
        assertThat(rebalance(5).carryOut(decision(), WINDOW)).hasSize(1);
    }

    @Test
    void aRetryThatFillsIsTheEndAndNothingIsLeftToTake() {
        executor.fails(1);
        List<IntentOutcome> ends = rebalance(5).carryOut(decision(), WINDOW);

        assertThat(ends).hasSize(2).last().matches(IntentOutcome::filled);
        assertThat(executor.revokes).isEmpty();
        log.flush();
        assertThat(journal.read(1).map(entry -> ((DecisionMade) entry.event()).confirmation()))
                .as("the retry was decided again")
                .containsExactly(true);
    }

    @Test
    void whatStandsAfterAFailureIsTakenBack() {
        executor.fails(9);
        executor.standing = true;
        rebalance(0).carryOut(decision(), WINDOW);
        assertThat(executor.revokes).containsExactly("d000001");
    }

    private List<TokenAmount> minOuts() {
        return executor.swaps.stream().map(SwapOrder::minOut).toList();
    }

    private Decision decision() {
        Decision made = decider()
                .decide("d000001", executor.observation(market(1.0)), WINDOW, risk.state(), () -> Ceiling.NONE);
        assertThat(made.proposal().chosen().legs()).hasSize(1);
        return made;
    }

    private Rebalance rebalance(int retries) {
        return new Rebalance(
                executor,
                decider(),
                new DecisionLog(log, Hash32.ZERO, ""),
                risk,
                strategy,
                new AllowanceGuard(executor, risk, log),
                new Retries(retries));
    }

    private Decider decider() {
        return new Decider(
                strategy.targets(),
                strategy.actionRules(Wei.of(1)),
                RuleScorers.byName("band", Optional.of(new Bps(100))),
                Optional.empty(),
                Role.VETO,
                new PolicyThresholds(0, -1_000, 2_000));
    }

    /** Pools in which WETH costs so much more than its feed says. */
    private static MarketState market(double factor) {
        MarketState plain = Markets.deep(DEPTH);
        long scaled = Math.round(DEPTH * factor);
        return plain.with(plain.pools().stream()
                .map(pool -> pool.holds(Markets.WETH) && pool.holds(Markets.USDC) ? priced(scaled) : pool)
                .toList());
    }

    private static PoolState priced(long usdc) {
        var flat = Markets.pair(0x93, Markets.WETH, Markets.USDC, 500, DEPTH, Markets.PRICES);
        var more = Markets.pair(0x93, Markets.WETH, Markets.USDC, 500, usdc, Markets.PRICES);
        boolean cashFirst = flat.token0().equals(Markets.USDC);
        return new ConstantProductPool(
                flat.spec(),
                cashFirst ? more.reserve0() : flat.reserve0(),
                cashFirst ? flat.reserve1() : more.reserve1());
    }

    private static Strategy strategy() {
        List<Integer> targets = List.of(0, 5_000, 0, 5_000);
        return new Strategy(
                "half",
                Markets.USDC,
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                new Allocation(Markets.TOKENS.get(i), new Bps(targets.get(i)), Bps.ZERO, Bps.WHOLE))
                        .toList(),
                Duration.ofHours(1),
                Optional.of(new Bps(100)),
                List.of(Bps.WHOLE),
                Usd.of(10),
                new ScorerChoice("band", Optional.empty()),
                new Bps(30),
                new Bps(100),
                new Bps(30),
                Duration.ofMinutes(1),
                Duration.ZERO);
    }

    private interface End {
        IntentOutcome of(SwapOrder order);
    }

    /** Needs no approvals; ends swaps as told and then fills them; shows one market after the other, the last for ever. */
    private static final class Scripted implements Executor {
        private static final Address OWNER = Markets.address(0x77);
        private final Deque<End> ends = new ArrayDeque<>();
        private final Deque<MarketState> markets = new ArrayDeque<>();
        private final List<SwapOrder> swaps = new ArrayList<>();
        private final List<String> revokes = new ArrayList<>();
        private MarketState now = market(1.0);
        private boolean standing;

        void fails(int times) {
            for (int i = 0; i < times; i++) {
                ends.add(order -> new IntentOutcome.Dropped(order.intentId("swap"), "the node would not carry it out"));
            }
        }

        Observation observation(MarketState market) {
            Holdings holdings = Markets.holdings(0, 2_000, 0, 8_000);
            SpendingRight right =
                    SpendingRight.ofToken(Markets.WETH, market.universe().router());
            TokenAmount left = new TokenAmount(Markets.WETH, BigInteger.ONE);
            List<Allowance> allowances = standing ? List.of(new Allowance(right, left, Instant.MAX)) : List.of();
            return new Observation(market, new AccountState(OWNER, holdings.tokens(), holdings.coins(), allowances));
        }

        @Override
        public Observation observe() {
            now = markets.isEmpty() ? now : markets.remove();
            return observation(now);
        }

        @Override
        public Observation observeAt(BlockHeader header) {
            return observation(now);
        }

        @Override
        public boolean needsApproval(SwapOrder order, Observation seen) {
            return false;
        }

        @Override
        public IntentOutcome approve(SwapOrder order, Observation seen) {
            throw new AssertionError("nothing needs an approval");
        }

        @Override
        public IntentOutcome swap(SwapOrder order, Observation seen) {
            swaps.add(order);
            return ends.isEmpty() ? filled(order) : ends.remove().of(order);
        }

        private static IntentOutcome filled(SwapOrder order) {
            Receipt receipt =
                    new Receipt(Hash32.ZERO, true, 101, Hash32.ZERO, 0, 100_000, Wei.of(1), Wei.ZERO, List.of());
            return new IntentOutcome.Filled(
                    order.intentId("swap"),
                    receipt,
                    order.amountIn(),
                    order.quote().amountOut());
        }

        @Override
        public IntentOutcome revoke(String decisionId, SpendingRight right, Observation seen) {
            revokes.add(decisionId);
            standing = false;
            return new IntentOutcome.Dropped(decisionId, "only written down");
        }
    }
}
