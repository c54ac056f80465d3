package io.ballast.lab.jury;

import io.ballast.act.execution.FeeRules;
import io.ballast.act.execution.FinalityWatch;
import io.ballast.act.execution.GasPolicy;
import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.execution.Logbook;
import io.ballast.act.execution.NonceLedger;
import io.ballast.act.execution.OnChainExecutor;
import io.ballast.act.execution.Outbox;
import io.ballast.act.execution.Preflight;
import io.ballast.act.execution.Reconciler;
import io.ballast.act.execution.RiskDesk;
import io.ballast.act.execution.Settlement;
import io.ballast.act.execution.Sightings;
import io.ballast.act.execution.Signatory;
import io.ballast.act.execution.SubmissionPolicy;
import io.ballast.act.execution.SwapOrder;
import io.ballast.act.execution.TransactionEngine;
import io.ballast.act.journal.json.MemoryJournal;
import io.ballast.act.risk.LossAction;
import io.ballast.act.risk.LossRule;
import io.ballast.act.risk.Protections;
import io.ballast.act.risk.RiskGate;
import io.ballast.act.risk.RiskLimits;
import io.ballast.act.risk.Spenders;
import io.ballast.act.risk.StandingRules;
import io.ballast.act.risk.TradeRules;
import io.ballast.act.wallet.Signer;
import io.ballast.base.config.Turnover;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.MarketReader;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.Universe;
import io.ballast.think.action.WeightBound;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An agent's own executor with its journal, on a chain for tests that mines a block whenever it waits for one. */
final class Desk {
    private static final Wei GWEI = Wei.ofGwei(BigDecimal.ONE);
    private static final BigInteger SLIPPAGE = BigInteger.valueOf(1_000);
    private static final Duration DEADLINE = Duration.ofMinutes(10);
    private static int decisions;

    private final Universe universe;
    private final OnChainExecutor executor;
    private final MemoryJournal journal;
    private final String decision = "d" + ++decisions;

    Desk(Ground ground, Universe universe, Signer signer, Spenders spenders) {
        this.universe = universe;
        Address owner = signer.address();
        this.journal = new MemoryJournal(() -> ground.head().ref().timestamp());
        Logbook log = new Logbook(journal);
        RiskDesk risk = new RiskDesk(new RiskGate(limits(universe, owner, spenders)), log);
        FinalityWatch finality = new FinalityWatch(ground.reader(), risk, log);
        Settlement settlement = new Settlement(ground.reader(), owner, log, risk);
        TransactionEngine engine = new TransactionEngine(
                owner,
                (known, timeout) -> {
                    ground.mineWhatever();
                    return java.util.Optional.of(ground.head());
                },
                new Signatory(universe.chainId(), signer, log),
                new Outbox(ground.reader(), java.util.Optional.empty(), log, () -> {}),
                new Sightings(ground.reader(), settlement, finality, 1),
                new NonceLedger(ground.reader(), owner, log),
                log,
                new FeeRules(true, Wei.ofGwei(BigDecimal.valueOf(1_000)), 3, 4, 5),
                new SubmissionPolicy(1, Duration.ofSeconds(10), 5, 20),
                java.util.Optional::empty);
        this.executor = new OnChainExecutor(
                new MarketReader(ground.reader(), universe, owner),
                owner,
                engine,
                new Preflight(ground.reader(), owner),
                settlement,
                finality,
                risk,
                log,
                new GasPolicy(GWEI),
                () -> ground.head().ref().timestamp());
        new Reconciler(log, risk).open(executor.observe());
    }

    private static RiskLimits limits(Universe universe, Address owner, Spenders spenders) {
        Usd all = Usd.of(new BigDecimal("1000000000000000000000000000000"));
        Bps any = new Bps(10_000);
        return new RiskLimits(
                all,
                all,
                Turnover.of(any),
                any,
                new Bps(100),
                1_000,
                Wei.ofGwei(BigDecimal.valueOf(1_000)),
                all,
                Wei.ZERO,
                Duration.ofDays(1),
                Duration.ZERO,
                new LossRule(any, Duration.ZERO, LossAction.HALT),
                universe.tokens().stream().map(Token::address).collect(Collectors.toSet()),
                Set.copyOf(universe.pools().stream().map(PoolSpec::id).toList()),
                spenders,
                1_000,
                Duration.ZERO,
                new LossRule(any, Duration.ZERO, LossAction.REFUSE),
                any,
                Map.of(),
                DEADLINE,
                universe.cash(),
                owner,
                Optional.empty(),
                new TradeRules(
                        all,
                        all,
                        Bps.ZERO,
                        1_000,
                        Duration.ZERO,
                        all,
                        universe.tokens().stream()
                                .map(token -> new WeightBound(token, Bps.ZERO, any))
                                .toList()),
                new StandingRules(
                        1_000,
                        Optional.empty(),
                        1_000,
                        Duration.ofDays(1),
                        Set.of(),
                        false,
                        new TreeMap<>(),
                        Protections.NONE));
    }

    OnChainExecutor executor() {
        return executor;
    }

    String decision() {
        return decision;
    }

    Observation observe() {
        return executor.observe();
    }

    /** Accepts a thousandth less than the quote. */
    SwapOrder order(SwapQuote quote, Observation seen) {
        TokenAmount out = quote.amountOut();
        return new SwapOrder(
                decision,
                1,
                seen.market().header(),
                quote,
                new TokenAmount(out.token(), out.raw().subtract(out.raw().divide(SLIPPAGE))),
                seen.market().block().timestamp().plus(DEADLINE),
                universe.router(quote),
                universe.pools(),
                1,
                TokenAmount.zero(out.token()),
                Optional.empty());
    }

    /** Every transaction up to the swap, the swap left out. */
    List<IntentOutcome> approveAll(SwapQuote quote) {
        List<IntentOutcome> ends = new ArrayList<>();
        Observation seen = observe();
        while (executor.needsApproval(order(quote, seen), seen)) {
            ends.add(executor.approve(order(quote, seen), seen));
            if (!ends.getLast().filled()) {
                return ends;
            }
            seen = observe();
        }
        return ends;
    }

    IntentOutcome swap(SwapQuote quote) {
        Observation seen = observe();
        return executor.swap(order(quote, seen), seen);
    }

    /** Takes back all that stands. */
    List<IntentOutcome> revokeAll() {
        List<IntentOutcome> ends = new ArrayList<>();
        observe()
                .account()
                .standing()
                .forEach(allowance -> ends.add(executor.revoke(decision, allowance.right(), observe())));
        return ends;
    }
}
