package io.ballast.app.cli;

import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.HeadStatus;
import io.ballast.app.cli.screen.CycleLine;
import io.ballast.base.units.Usd;
import io.ballast.think.portfolio.Holdings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a trading session reports: a line for each decision, and a document at the end. Used by one thread at a time. */
final class TradeLog {
    private final Output output;
    private final List<String> decisions = new ArrayList<>();
    private final List<String> intents = new ArrayList<>();
    private int cycles;
    private Optional<CycleOutcome> last = Optional.empty();

    TradeLog(Output output) {
        this.output = output;
    }

    /** Reports one cycle and says how a session of this cycle alone would end. */
    synchronized int one(Optional<CycleOutcome> outcome) {
        cycles++;
        if (outcome.isEmpty()) {
            output.progress("cycle " + cycles + "  no decision: the chain gave no usable answer");
            return ExitCode.FAILED;
        }
        last = outcome;
        CycleOutcome cycle = outcome.get();
        cycle.decision().ifPresent(decision -> decisions.add(decision.id()));
        cycle.intents().forEach(intent -> intents.add(intent.describe()));
        output.progress(CycleLine.of(cycles, cycle));
        return refused(cycle) ? ExitCode.REFUSED : ExitCode.DONE;
    }

    /** Reports that heads come otherwise than before. */
    synchronized void heads(HeadStatus status) {
        output.progress(
                "heads " + status.health().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + status.words());
    }

    synchronized boolean halted() {
        return last.filter(cycle -> cycle.risk().trading() == TradingState.HALTED)
                .isPresent();
    }

    /** The document of the whole session; text has said everything on the way. */
    synchronized void end(AgentConfiguration config, HeadStatus heads) {
        Optional<Usd> nav = last.map(
                cycle -> Holdings.of(cycle.after().account()).nav(cycle.after().market()));
        Result result = new Result(
                config.settings().mode().name().toLowerCase(Locale.ROOT),
                cycles,
                decisions,
                intents,
                last.map(cycle -> cycle.risk().trading().name()).orElse("UNKNOWN"),
                nav,
                Heads.of(heads),
                config.settings().journal());
        output.result(result, List.of());
    }

    private boolean refused(CycleOutcome cycle) {
        return halted() || cycle.intents().stream().anyMatch(intent -> intent instanceof IntentOutcome.Refused);
    }

    private record Result(
            String mode,
            int cycles,
            List<String> decisions,
            List<String> intents,
            String trading,
            Optional<Usd> nav,
            Heads heads,
            Path journal) {}

    /** What the watch between decisions counted. */
    private record Heads(String health, long read, long wentBack, long replaced, long unanswered) {
        static Heads of(HeadStatus status) {
            return new Heads(
                    status.health().name(), status.heads(), status.wentBack(), status.replaced(), status.unanswered());
        }
    }
}
