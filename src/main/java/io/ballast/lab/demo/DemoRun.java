package io.ballast.lab.demo;

import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalCheck;
import io.ballast.act.journal.Reconciled;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.LatencyReport;
import io.ballast.agent.Percentile;
import io.ballast.agent.Wiring;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.think.model.Scores;
import io.ballast.think.portfolio.Band;
import io.ballast.think.portfolio.Bands;
import io.ballast.think.portfolio.Drawdown;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Keeps the figures of a run: what holding would have been worth, what gas has cost, and the summary at the end. */
final class DemoRun {
    private final AgentConfiguration config;
    private final DemoOptions options;
    private final Wiring wiring;
    private final Journal journal;
    private final DemoHome home;
    private final Observation start;
    private int cycles;
    private Wei gas = Wei.ZERO;
    private long read;

    /** Notes the holdings to compare with; comes before the first trade. */
    DemoRun(AgentConfiguration config, DemoOptions options, Wiring wiring, Journal journal, DemoHome home) {
        this.config = config;
        this.options = options;
        this.wiring = wiring;
        this.journal = journal;
        this.home = home;
        this.start = wiring.market().observe();
    }

    /** Stops trading; called between two cycles. */
    void halt(String reason) {
        wiring.risk().halt(reason);
    }

    DemoFrame frame(CycleOutcome outcome) {
        cycles++;
        MarketState market = outcome.after().market();
        Usd nav = Holdings.of(outcome.after().account()).nav(market);
        Optional<Scores> scores =
                outcome.decision().flatMap(made -> made.model().or(made::rule));
        return new DemoFrame(
                config.strategy(),
                options.cycles(),
                options.seed(),
                nav,
                Holdings.of(start.account()).nav(market),
                new Drawdown(outcome.risk().highWaterMark()).at(nav).doubleValue(),
                gasSpent().at(market.price(config.universe().wrapped())),
                market.header().nextBaseFee(),
                bands(outcome.after()),
                scores.map(Scores::scorer).orElse(config.strategy().scorer().rule()),
                scores.map(Scores::digest).orElse(""),
                journal.last().map(entry -> entry.seq()).orElse(0L));
    }

    DemoSummary summary(LatencyFloor floor) {
        Observation end = wiring.market().observe();
        MarketState market = end.market();
        RunRecord record = RunRecord.of(journal.read(0));
        JournalCheck check = journal.verify();
        List<Long> bare = floor.measure();
        List<Long> samples = wiring.latency().samples();
        return new DemoSummary(
                cycles,
                options.seed(),
                end.account().owner(),
                record.swaps(),
                new DemoSummary.Nav(
                        Holdings.of(start.account()).nav(start.market()),
                        Holdings.of(end.account()).nav(market),
                        Holdings.of(start.account()).nav(market)),
                new DemoSummary.JournalState(home.journal(), check.ok(), check.entries()),
                record.limits(),
                model(),
                atRest(end.account()),
                end.account().balances(),
                end.account().coins(),
                reconciled(end.account()),
                record.decisions(),
                new LatencyReport(
                        samples.size(),
                        Percentile.micros(samples, 50),
                        Percentile.micros(samples, 99),
                        bare.size(),
                        Percentile.micros(bare, 50),
                        Percentile.micros(bare, 99)),
                ResidentMemory.kib());
    }

    private DemoSummary.Model model() {
        return wiring.modelInfo()
                .map(info -> new DemoSummary.Model(info.name(), info.sha256()))
                .orElseGet(
                        () -> new DemoSummary.Model(config.strategy().scorer().rule(), ""));
    }

    private static String atRest(AccountState account) {
        return account.allowances().stream()
                .map(allowance -> allowance.amount().raw())
                .reduce(BigInteger.ZERO, BigInteger::add)
                .toString();
    }

    /** Whether the journal's own balances are the chain's, and every comparison on the way was equal. */
    private boolean reconciled(AccountState account) {
        boolean always = journal.read(0)
                .map(entry -> entry.event())
                .filter(Reconciled.class::isInstance)
                .allMatch(event -> ((Reconciled) event).equal());
        return always
                && wiring.log()
                        .state()
                        .books()
                        .filter(books -> books.balances().equals(account.balances())
                                && books.coins().equals(account.coins()))
                        .isPresent();
    }

    /** So far; what was read before is not read again. */
    private Wei gasSpent() {
        journal.read(read + 1).forEachOrdered(entry -> {
            read = entry.seq();
            if (entry.event() instanceof IntentMined mined) {
                gas = gas.plus(mined.fee());
            }
        });
        return gas;
    }

    private List<Optional<Bps>> bands(Observation seen) {
        Holdings holdings = Holdings.of(seen.account());
        Weights target = config.strategy().targets();
        Bands bands = Bands.of(
                seen.market(),
                holdings.invested(seen.market()),
                target,
                config.strategy().band());
        return target.tokens().stream()
                .map(token -> bands.of(token).map(Band::width))
                .toList();
    }
}
