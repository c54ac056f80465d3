package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.judgement.Doubts;
import io.ballast.lab.backtest.judgement.RunFacts;
import java.util.List;
import java.util.Map;

/** The answer in one sentence, then what it rests on. */
final class HeaderPart {
    private HeaderPart() {}

    static Tag of(Sheet sheet) {
        RunFacts facts = sheet.result().facts();
        Sentences sentences = new Sentences(sheet);
        String period = Axis.day(sheet.axis().times().getFirst()) + " to "
                + Axis.day(sheet.axis().times().getLast()) + ", UTC";
        return Tag.of("header")
                .add(Tag.of("p", "brand", "Ballast ").add(Tag.of("span").text("backtest report")))
                .add(Tag.of("h1").text(facts.title() + " ").add(Tag.of("span").text(period)))
                .add(Tag.of("p", "verdict")
                        .add(Tag.of("b").text(sentences.headline()))
                        .text(" " + String.join(" ", sentences.reasons())))
                .add(sheet.run()
                        .halted()
                        .map(why -> List.of(Tag.of("p", "stopped").text("Trading " + why + ".")))
                        .orElse(List.of()))
                .add(basis(sheet, facts));
    }

    private static Tag basis(Sheet sheet, RunFacts facts) {
        return Tag.of("dl", "id")
                .add(entry("Data grade", facts.data().grade(), facts.data().notes()))
                .add(error(facts))
                .add(entry("Fills", facts.fills().model(), facts.fills().notes()))
                .add(trials(sheet.result().doubts()))
                .add(hashes(facts.hashes().byName()));
    }

    private static Tag entry(String name, String value, List<String> notes) {
        return Tag.of("div")
                .add(Tag.of("dt").text(name))
                .add(Tag.of("dd").add(Tag.of("b").text(value)).text(String.join(" ", notes)));
    }

    private static Tag error(RunFacts facts) {
        return facts.simulatorError()
                .map(found -> entry(
                        "Simulator error",
                        "p99 " + Numerals.plain(found.p99(), 1) + " bps",
                        List.of("Worst " + Numerals.plain(found.worst(), 1) + " bps of "
                                + Numerals.plain((double) found.swaps(), 0) + " swaps compared with the chain.")))
                .orElseGet(() -> entry(
                        "Simulator error",
                        "not measured",
                        List.of("Nothing says how far these fills are from the chain’s. ballast verify-sim measures it"
                                + " for pools.")));
    }

    private static Tag trials(Doubts doubts) {
        String least = doubts.leastDays().isPresent()
                ? "Minimum track record for a Sharpe ratio above 0: "
                        + Numerals.plain(Math.ceil(doubts.leastDays().getAsDouble()), 0) + " days, "
                        + Numerals.plain(doubts.days(), 0) + " given."
                : "Minimum track record: " + Numerals.UNDEFINED + ", since the Sharpe ratio is not above 0.";
        String overfitting = doubts.overfitting()
                .map(found -> "Probability of overfitting " + Numerals.plain(found.probability(), 2) + " over "
                        + doubts.rankedTrials() + " trials of this period.")
                .orElse("Probability of overfitting " + Numerals.UNDEFINED
                        + ": it takes two trials of the same period.");
        return entry(
                "Trials",
                doubts.trials() + " recorded",
                List.of(
                        "Deflated Sharpe " + Numerals.plain(doubts.deflated(), 3) + ".",
                        least,
                        overfitting,
                        "These include the market’s own rise or fall; they speak of no edge over a baseline."));
    }

    private static Tag hashes(Map<String, String> hashes) {
        Tag values = Tag.of("dd");
        hashes.forEach((name, hash) -> values.add(Tag.of("code")
                .with("title", hash)
                .text(name + " ")
                .add(Tag.of(name.equals("result") ? "b" : "span")
                        .text(hash.length() > 16 ? hash.substring(0, 16) : hash))));
        return Tag.of("div", "hash").add(Tag.of("dt").text("Identity"), values);
    }
}
