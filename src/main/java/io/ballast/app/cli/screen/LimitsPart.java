package io.ballast.app.cli.screen;

import io.ballast.act.risk.LimitCheck;
import java.util.ArrayList;
import java.util.List;

/** The limits in one line, or one line for each that has anything to say. */
final class LimitsPart {
    private LimitsPart() {}

    static List<String> lines(List<LimitCheck> checks, boolean all, int width, Paint paint) {
        if (checks.isEmpty()) {
            return List.of(new Line(width)
                    .add(" limits: nothing to check", paint::quiet)
                    .end());
        }
        List<String> lines = new ArrayList<>(List.of(summary(checks, width, paint)));
        if (all) {
            checks.stream()
                    .filter(check -> !check.passed() || check.usedPercent() > 0)
                    .map(check -> each(check, width, paint))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static String summary(List<LimitCheck> checks, int width, Paint paint) {
        long passed = checks.stream().filter(LimitCheck::passed).count();
        Line line = new Line(width).add(" limits " + passed + "/" + checks.size() + " pass");
        return checks.stream()
                .filter(check -> !check.passed())
                .findFirst()
                .map(refusal -> line.add("  ").add("refused: " + refusal, paint::warning))
                .orElseGet(() -> line.add("; nearest: " + nearest(checks)))
                .end();
    }

    private static String nearest(List<LimitCheck> checks) {
        LimitCheck nearest = checks.stream()
                .filter(check -> !LimitWords.isOfOurOwnMaking(check.code().name()))
                .reduce((a, b) -> a.usedPercent() >= b.usedPercent() ? a : b)
                .orElse(checks.get(0));
        return LimitWords.of(nearest.code().name()) + " " + nearest.usedPercent() + "%"
                + (nearest.usedPercent() >= 80 ? ", near limit" : "");
    }

    private static String each(LimitCheck check, int width, Paint paint) {
        return new Line(width)
                .add(check.passed() ? "   " : " ■ ", paint::warning)
                .add(Columns.left(LimitWords.of(check.code().name()), 22))
                .add(Columns.right(check.usedPercent() + "%", 6))
                .add("  ")
                .add(check.figures(), check.passed() ? paint::quiet : paint::warning)
                .end();
    }
}
