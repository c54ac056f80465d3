package io.ballast.app.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void keepsResultsAndNotesApart() {
        Console console = console(StandardCharsets.UTF_8);

        console.print("result");
        console.note("note");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("result");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("note");
    }

    @Test
    void writesSignsThatTheLocaleHas() {
        console(StandardCharsets.UTF_8).print("WETH→USDC −0.6% ±2.8%");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("WETH→USDC −0.6% ±2.8%");
    }

    @Test
    void replacesSignsThatTheLocaleLacksOneByOne() {
        console(StandardCharsets.US_ASCII).print("▶ WETH→USDC −0.6% ±2.8% ≤ 1… é");

        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualToIgnoringNewLines("> WETH>USDC -0.6% ~2.8% < 1. ?");
    }

    private Console console(Charset charset) {
        return new Console(out, err, charset);
    }
}
