package io.ballast.lab.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.lab.backtest.SampleRuns;
import io.ballast.lab.backtest.judgement.Judgement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in a real browser, as narrow as a phone. */
class ReportBrowserIT {
    private static final int PHONE = 358;

    /** Presses a key on every chart, and leaves what came of it where the test can read it. */
    private static final String PROBE =
            """
            <script>
            const plots = [...document.querySelectorAll('.plot')];
            const before = plots.map(plot => plot.getAttribute('aria-valuetext'));
            plots.forEach(plot => plot.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowLeft'})));
            const moved = plots.filter((plot, i) => plot.getAttribute('aria-valuetext') !== before[i]).length;
            const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
            const hidden = [...document.querySelectorAll('svg')].filter(svg => svg.getBoundingClientRect().width === 0);
            document.body.append('probe: moved ' + moved + ' of ' + plots.length
                + ', requests ' + performance.getEntriesByType('resource').length
                + ', sections ' + document.querySelectorAll('section h2').length
                + ', overflows ' + wide + ', drawings for other widths ' + (hidden.length > 0));
            </script>
            </body>""";

    @TempDir
    Path folder;

    @Test
    void opensWithoutAnErrorOrARequestAndAnswersItsKeys() throws Exception {
        String page = ReportPage.of(
                Judgement.of(SampleRuns.threshold(100 * 24 + 1, 0.02), SampleRuns.facts("a"), List.of()));

        Browser.Opened opened = new Browser(folder).open(page.replace("</body>", PROBE), PHONE);

        assertThat(opened.log()).doesNotContain("CONSOLE");
        assertThat(opened.document())
                .contains("probe: moved 7 of 7, requests 0, sections 13, overflows false, drawings for other widths true");
    }

    @Test
    void wouldSeeARequestThatLeavesThePage() throws Exception {
        String page = ReportPage.of(
                Judgement.of(SampleRuns.threshold(5, 0.02), SampleRuns.facts("a"), List.of()));
        String leaking = page.replace("</body>", "<img src=\"http://127.0.0.1:9/pixel.png\" alt=\"\"></body>");

        assertThat(new Browser(folder).open(leaking, PHONE).log()).contains("CONSOLE", "pixel.png");
    }
}
