package io.ballast.agent;

import io.ballast.act.journal.DecisionMade;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.json.MemoryJournal;
import io.ballast.act.risk.Situation;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.market.Observation;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.strategy.PolicyThresholds;
import io.ballast.think.strategy.ScorerChoice.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes decisions of a journal again: from the entries before each, the configuration, and what the chain holds at the block
 * the decision names. Confirmations after an approval, which start from a decision in memory, are left out.
 */
public final class DecisionReplay {
    private final AgentConfiguration config;
    private final ChainReader chain;
    private final PolicyThresholds thresholds;

    public DecisionReplay(AgentConfiguration config, ChainReader chain) {
        this.config = config;
        this.chain = chain;
        this.thresholds = new PolicyThresholds(0, -1_000, 2_000);
    }

    /** A decision as the journal has it, and as it was computed again. */
    public record Pair(DecisionMade made, DecisionMade again) {}

    /** All that can be computed again, in their order. */
    public List<Pair> of(List<JournalEntry> entries) {
        List<Pair> pairs = new ArrayList<>();
        Instant[] now = {Instant.EPOCH};
        MemoryJournal journal = new MemoryJournal(() -> now[0]);
        for (JournalEntry entry : entries) {
            now[0] = entry.at();
            if (entry.event() instanceof DecisionMade made && !made.confirmation()) {
                pairs.add(new Pair(made, again(made, entry.at(), journal)));
            }
            journal.append(entry.event());
        }
        return pairs;
    }

    private DecisionMade again(DecisionMade made, Instant at, MemoryJournal before) {
        MemoryJournal copy = new MemoryJournal(() -> at);
        before.read(1).forEach(entry -> copy.append(entry.event()));
        Surroundings world = new Surroundings(
                chain,
                raw -> {
                    throw new IllegalStateException("a decision sends nothing");
                },
                (known, timeout) -> Optional.empty(),
                () -> at,
                System::nanoTime);
        Wiring wiring = new Wiring(config, world, copy, Optional.empty());
        BlockHeader header = chain.header(made.block().hash()).orElseThrow();
        Observation seen = wiring.own().observeAt(header);
        Wei tip = config.settings().tip();
        PriceWindow window = made.inputs().window().toWindow();
        Decision decision = decider(wiring)
                .decide(
                        made.decisionId(),
                        seen,
                        window,
                        wiring.risk().state(),
                        () -> wiring.risk().ceiling(Situation.of(at, seen, tip)));
        new DecisionLog(wiring.log(), new Hash32("0x" + config.digest()), "").append(decision, window, false);
        wiring.log().flush();
        return (DecisionMade) copy.last(DecisionMade.class).orElseThrow().event();
    }

    private Decider decider(Wiring wiring) {
        return new Decider(
                config.strategy().targets(),
                config.strategy().actionRules(config.settings().tip()),
                config.strategy().decides(),
                Optional.empty(),
                Role.VETO,
                thresholds,
                () -> wiring.log().state().custody().units());
    }
}
