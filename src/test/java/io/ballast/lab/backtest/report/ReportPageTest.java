package io.ballast.lab.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.SampleRuns;
import io.ballast.lab.backtest.baseline.Hold;
import io.ballast.lab.backtest.baseline.Mix;
import io.ballast.lab.backtest.judgement.BacktestResult;
import io.ballast.lab.backtest.judgement.Judgement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    private static final int DAYS = 120;
    private static final String PAGE = page(DAYS * 24 + 1);

    private static String page(int rows) {
        RunRecord run = SampleRuns.threshold(rows, 0.02);
        return ReportPage.of(result(run));
    }

    private static BacktestResult result(RunRecord run) {
        return Judgement.of(run, SampleRuns.facts("a"), List.of());
    }

    @Test
    void theSameResultGivesTheSameBytes() {
        assertThat(page(DAYS * 24 + 1)).isEqualTo(PAGE);
    }

    @Test
    void holdsEverySection() {
        for (String id : List.of(
                "numbers",
                "equity",
                "underwater",
                "weights",
                "costs",
                "monthly",
                "rolling",
                "returns",
                "regimes",
                "capacity",
                "baselines",
                "prices",
                "decisions")) {
            assertThat(PAGE).contains("<section id=\"" + id + "\"");
        }
    }

    @Test
    void asksNothingOfAnyNetwork() {
        assertThat(PAGE).doesNotContain("http:", "https:", "url(", "@import", "fetch(", "src=", "href=", "XMLHttp");
    }

    @Test
    void writesWhatItIsGivenAsTextAndNotAsMarkup() {
        assertThat(PAGE)
                .contains(
                        "all the way &lt;to target&gt; &amp; back", "Synthetic prices &lt;of a test&gt; &amp; nothing")
                .doesNotContain("<to target>", "<of a test>");
    }

    @Test
    void closesEveryElement() {
        Matcher tags = Pattern.compile("<(/?)([a-z0-9]+)([^<>]*?)(/?)>")
                .matcher(PAGE.replaceAll("(?s)<(style|script)([^>]*)>.*?</\\1>", "<$1$2></$1>"));
        Deque<String> open = new ArrayDeque<>();
        while (tags.find()) {
            if (!tags.group(1).isEmpty()) {
                assertThat(tags.group(2)).isEqualTo(open.pop());
            } else if (tags.group(4).isEmpty() && !Set.of("meta").contains(tags.group(2))) {
                open.push(tags.group(2));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void drawsNothingAtAPlaceThatIsNone() {
        assertThat(PAGE.replaceAll("(?s)<script>.*?</script>", "")).doesNotContain("NaN", "Infinity");
    }

    @Test
    void showsARunOfAFewBars() {
        assertThat(page(5)).contains("Too short for a verdict", "Too short to tell any");
    }

    @Test
    void showsARunThatNeverTraded() {
        RunRecord run = SampleRuns.of("idle", Hold.of(Mix.of(0.0, 0.0)), DAYS * 24 + 1);
        RunRecord idle = new RunRecord(
                run.strategy(),
                run.assets(),
                run.times(),
                run.equity(),
                run.weights(),
                run.prices(),
                List.of(),
                List.of(),
                Optional.of("HALTED on a day: DRAWDOWN_EXCEEDS_MAX"));

        String page = ReportPage.of(result(idle));

        assertThat(page).contains("Trading HALTED on a day: DRAWDOWN_EXCEEDS_MAX.");
        assertThat(page).contains("The run recorded no decisions", "Sharpe").contains("n/a");
    }

    @Test
    void listsTheDecisionsThatActedWhereThereAreTooMany() {
        RunRecord run = SampleRuns.threshold(DAYS * 24 + 1, 0.0001);

        String page = ReportPage.of(result(run));

        assertThat(run.decisions()).hasSizeGreaterThan(500);
        assertThat(Pattern.compile("<details").matcher(page).results().count()).isEqualTo(500);
        assertThat(page).contains("the newest of them", "--export decisions");
    }
}
