package io.ballast.app.cli.screen;

import io.ballast.act.execution.FlowWords;
import io.ballast.act.journal.BooksOpened;
import io.ballast.act.journal.DecisionMade;
import io.ballast.act.journal.FlowsBooked;
import io.ballast.act.journal.GateJudged;
import io.ballast.act.journal.Halted;
import io.ballast.act.journal.IntentBroadcast;
import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.IntentUnmined;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.Reconciled;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.journal.SessionEnded;
import io.ballast.act.journal.SessionStarted;
import io.ballast.act.journal.SpenderBanned;
import io.ballast.act.journal.TokenFrozen;
import io.ballast.act.journal.TokenThawed;
import io.ballast.act.risk.LimitCheck;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** An event of the journal in one line. */
public final class EventWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private EventWords() {}

    /** Number, time, type and words. */
    public static String line(JournalEntry entry) {
        return String.format(
                "%6d  %s  %-15s  %s", entry.seq(), TIME.format(entry.at()), entry.type(), of(entry.event()));
    }

    /** What happened. */
    public static String of(JournalEvent event) {
        return switch (event) {
            case SessionStarted s ->
                s.mode() + " on chain " + s.chainId() + ", account " + s.account()
                        + s.insteadOf()
                                .map(old -> ", new configuration accepted")
                                .orElse("");
            case BooksOpened b -> "at block " + b.block().number() + ": " + join(b.balances());
            case DecisionMade d -> d.decisionId() + " " + d.choice().label() + ": " + d.reason();
            case RiskChanged r -> r.state().trading() + ": " + r.cause();
            case GateJudged g -> g.intentId() + " " + (g.allowed() ? "allowed" : "refused: " + refusals(g));
            case IntentPlanned p -> p.intentId() + " " + planned(p);
            case IntentSigned s -> s.intentId() + " nonce " + s.nonce() + " " + s.txHash();
            case IntentBroadcast b -> b.intentId() + " " + b.outcome();
            case IntentMined m -> m.intentId() + " " + mined(m);
            case IntentUnmined u ->
                u.intentId() + " reorganised away with block " + u.blockHash().brief();
            case IntentClosed c -> c.intentId() + " " + c.status() + (c.reason().isEmpty() ? "" : ": " + c.reason());
            case Reconciled r -> "block " + r.block().number() + (r.equal() ? ": equal to the wei" : ": DIFFERENT");
            case FlowsBooked f -> "block " + f.block().number() + ": " + FlowWords.of(f.flows());
            case TokenFrozen f -> f.token() + ": " + f.reason();
            case TokenThawed t -> t.token() + ": " + t.reason();
            case SpenderBanned b -> b.spender() + ": " + b.reason();
            case Halted h -> h.reason();
            case SessionEnded s -> s.reason();
        };
    }

    private static String planned(IntentPlanned plan) {
        String kind = plan.kind().name().toLowerCase(Locale.ROOT);
        return switch (plan.kind()) {
            case SWAP ->
                kind + " " + Figures.amount(plan.amountIn()) + ", quoted " + Figures.amount(plan.quotedOut())
                        + ", at least " + Figures.amount(plan.minOut()) + ", " + plan.route();
            case APPROVE -> kind + " " + Figures.amount(plan.amountIn()) + " for " + plan.spender();
            case REVOKE -> kind + " " + plan.amountIn().token() + " of " + plan.spender();
            case UNWRAP -> kind + " " + Figures.amount(plan.amountIn());
            case WITHDRAW -> kind + " " + Figures.amount(plan.amountIn());
            case WITHDRAW_COINS ->
                "withdraw " + plan.amountIn().whole().stripTrailingZeros().toPlainString() + " coins to "
                        + plan.target();
        };
    }

    private static String mined(IntentMined mined) {
        String moved = mined.amountOut().isZero()
                ? ""
                : ", " + Figures.amount(mined.amountIn()) + " → " + Figures.amount(mined.amountOut());
        return (mined.succeeded() ? "mined" : "REVERTED") + " in block " + mined.blockNumber() + moved + ", gas "
                + mined.gasUsed() + " at " + Figures.gwei(mined.gasPrice());
    }

    private static String refusals(GateJudged judged) {
        return judged.checks().stream()
                .filter(check -> !check.passed())
                .map(LimitCheck::toString)
                .collect(Collectors.joining("; "));
    }

    private static String join(java.util.List<io.ballast.base.units.TokenAmount> amounts) {
        return amounts.stream().map(Figures::amount).collect(Collectors.joining(", "));
    }
}
