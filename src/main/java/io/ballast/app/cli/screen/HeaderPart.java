package io.ballast.app.cli.screen;

import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.TradingState;
import io.ballast.lab.demo.DemoFrame;
import java.util.ArrayList;
import java.util.List;

/** State, block and value. */
final class HeaderPart {
    private static final int WITH_MARKET = 76;

    private HeaderPart() {}

    static List<String> lines(DemoView view, int width, Paint paint) {
        List<String> lines = new ArrayList<>(
                List.of(title(view, width, paint), source(view, width, paint), value(view.frame(), width, paint)));
        RiskState risk = view.outcome().risk();
        if (risk.trading() != TradingState.ACTIVE) {
            lines.add(new Line(width)
                    .add(risk.trading() + ": " + risk.reason(), paint::warning)
                    .end());
        }
        return lines;
    }

    private static String title(DemoView view, int width, Paint paint) {
        TradingState state = view.outcome().risk().trading();
        String count = view.number() + "/" + view.frame().cycles() + " ";
        return new Line(width)
                .add("BALLAST", paint::strong)
                .add(" demo · ")
                .add(
                        width < WITH_MARKET ? "DEVNET: not evidence" : "DEVNET, synthetic market: not evidence",
                        paint::warning)
                .atRight(
                        count + shape(state) + " " + state,
                        state == TradingState.ACTIVE ? paint::strong : paint::warning)
                .end();
    }

    private static String source(DemoView view, int width, Paint paint) {
        DemoFrame frame = view.frame();
        String digest = frame.scorerDigest().isEmpty() ? "" : " " + Figures.brief(frame.scorerDigest());
        String text = "block " + view.outcome().after().market().block().number() + " · journal "
                + frame.journalEntries() + " entries · scorer " + frame.scorer() + digest + " · seed " + frame.seed();
        return new Line(width).add(text, paint::quiet).end();
    }

    private static String value(DemoFrame frame, int width, Paint paint) {
        return new Line(width)
                .add("NAV ", paint::quiet)
                .add(Figures.cents(frame.nav()) + " USD", paint::strong)
                .add("  hold ", paint::quiet)
                .add(Figures.cents(frame.hold()) + " ("
                        + Figures.change(frame.nav().minus(frame.hold())) + ")")
                .add("  DD ", paint::quiet)
                .add(Figures.fall(frame.drawdown()))
                .add("  gas ", paint::quiet)
                .add(Figures.cents(frame.gasSpent()))
                .end();
    }

    private static String shape(TradingState state) {
        return switch (state) {
            case ACTIVE -> "●";
            case REDUCING -> "◆";
            case HALTED -> "■";
        };
    }
}
