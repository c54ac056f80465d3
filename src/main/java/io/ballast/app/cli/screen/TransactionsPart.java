package io.ballast.app.cli.screen;

import io.ballast.act.execution.IntentOutcome;
import io.ballast.agent.CycleOutcome;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.Receipt;
import java.math.BigInteger;
import java.util.List;

/** How each intent of the cycle ended. */
final class TransactionsPart {
    private TransactionsPart() {}

    static List<String> lines(DemoView view, int width, Paint paint) {
        CycleOutcome outcome = view.outcome();
        if (outcome.intents().isEmpty()) {
            return List.of(
                    new Line(width).add("TX none in this cycle", paint::quiet).end());
        }
        return outcome.intents().stream()
                .map(intent -> line(intent, outcome, width, paint))
                .toList();
    }

    private static String line(IntentOutcome intent, CycleOutcome outcome, int width, Paint paint) {
        Line line = new Line(width).add("TX ", paint::quiet);
        return switch (intent) {
            case IntentOutcome.Filled f ->
                line.add("● " + what(f.intentId()) + " " + mined(f.receipt()))
                        .add(fill(f, outcome))
                        .end();
            case IntentOutcome.Reverted r ->
                line.add("■ " + what(r.intentId()) + " reverted " + mined(r.receipt()), paint::warning)
                        .end();
            case IntentOutcome.Cancelled c ->
                line.add("■ " + what(c.intentId()) + " cancelled " + mined(c.receipt()), paint::warning)
                        .end();
            case IntentOutcome.Refused r ->
                line.add("■ " + r.describe(), paint::warning).end();
            case IntentOutcome.Dropped d ->
                line.add("■ " + d.describe(), paint::warning).end();
            case IntentOutcome.Unresolved u ->
                line.add("○ " + u.describe(), paint::warning).end();
        };
    }

    /** The last part of an intent's id: {@code swap}, {@code approve}, {@code revoke}. */
    private static String what(String intentId) {
        return Columns.left(intentId.substring(intentId.lastIndexOf('.') + 1), 7);
    }

    private static String mined(Receipt receipt) {
        return Figures.brief(receipt.txHash().hex()) + " mined " + receipt.blockNumber();
    }

    private static String fill(IntentOutcome.Filled filled, CycleOutcome outcome) {
        if (filled.received().isZero()) {
            return "";
        }
        return "  " + Figures.amount(filled.paid()) + " → " + Figures.amount(filled.received())
                + quote(filled, outcome);
    }

    /** How far the fill was from the quote that the decision was made on, if that leg was quoted. */
    private static String quote(IntentOutcome.Filled filled, CycleOutcome outcome) {
        return outcome.decision().stream()
                .flatMap(decision -> decision.proposal().chosen().legs().stream())
                .filter(leg -> leg.quote().amountIn().equals(filled.paid()))
                .map(leg -> leg.quote().amountOut())
                .filter(quoted -> quoted.token().equals(filled.received().token()))
                .findFirst()
                .map(quoted -> " (" + difference(filled.received(), quoted) + ")")
                .orElse("");
    }

    private static String difference(TokenAmount received, TokenAmount quoted) {
        BigInteger units = received.raw().subtract(quoted.raw());
        return units.signum() == 0 ? "as quoted to the unit" : String.format("%+d units off the quote", units);
    }
}
