package io.ballast.lab.demo;

import io.ballast.act.journal.DecisionMade;
import io.ballast.act.journal.GateJudged;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.risk.LimitCheck;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.base.units.Hash32;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a journal says of a run: its decisions, its swaps, how far each limit was used. */
final class RunRecord {
    private final Map<String, IntentPlanned> planned = new HashMap<>();
    private final Map<Hash32, Long> nonces = new HashMap<>();
    private final List<DemoSummary.Swap> swaps = new ArrayList<>();
    private final List<String> decisions = new ArrayList<>();
    private final SortedMap<String, Integer> limits = new TreeMap<>();

    static RunRecord of(Stream<JournalEntry> entries) {
        RunRecord record = new RunRecord();
        entries.forEachOrdered(record::read);
        return record;
    }

    List<DemoSummary.Swap> swaps() {
        return List.copyOf(swaps);
    }

    /** One line a decision: id, candidate, and the amounts of its legs. */
    List<String> decisions() {
        return List.copyOf(decisions);
    }

    /** Largest share of each limit that was used, in percent. */
    SortedMap<String, Integer> limits() {
        return new TreeMap<>(limits);
    }

    private void read(JournalEntry entry) {
        switch (entry.event()) {
            case DecisionMade made -> decisions.add(line(made));
            case GateJudged judged -> judged.checks().forEach(this::use);
            case IntentPlanned plan -> planned.put(plan.intentId(), plan);
            case IntentSigned signed -> nonces.put(signed.txHash(), signed.nonce());
            case IntentMined mined -> swap(mined);
            default -> {}
        }
    }

    private static String line(DecisionMade made) {
        StringBuilder line = new StringBuilder(made.decisionId());
        line.append(made.confirmation() ? " again " : " ").append(made.choice().label());
        made.legs()
                .forEach(leg -> line.append(" | ")
                        .append(leg.amountIn().raw())
                        .append(' ')
                        .append(leg.amountIn().token())
                        .append(" → ")
                        .append(leg.amountOut().raw())
                        .append(' ')
                        .append(leg.amountOut().token()));
        return line.toString();
    }

    private void use(LimitCheck check) {
        limits.merge(check.code().name(), check.usedPercent(), Math::max);
    }

    private void swap(IntentMined mined) {
        IntentPlanned plan = planned.get(mined.intentId());
        if (plan == null || plan.kind() != ProposedTransaction.Kind.SWAP) {
            return;
        }
        swaps.add(new DemoSummary.Swap(
                mined.intentId(),
                mined.txHash(),
                nonces.getOrDefault(mined.txHash(), -1L),
                mined.succeeded() ? 1 : 0,
                plan.amountIn().token().symbol(),
                plan.tokenOut().symbol(),
                mined.amountIn().raw().toString(),
                mined.amountOut().raw().toString(),
                plan.quotedOut().raw().toString(),
                plan.minOut().raw().toString(),
                mined.strangers()));
    }
}
