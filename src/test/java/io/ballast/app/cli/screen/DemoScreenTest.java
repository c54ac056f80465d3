package io.ballast.app.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden screens lie beside this class among the resources. */
class DemoScreenTest {
    private static final Pattern CODES = Pattern.compile("\u001b\\[[0-9;]*m");

    @Test
    void showsATradeWithItsReasonCostLimitsAndFill() {
        assertThat(render(Views.traded(), 100, 40)).isEqualTo(golden("traded-100.txt"));
    }

    @Test
    void leavesOutTheVerdictsOnANarrowTerminal() {
        assertThat(render(Views.traded(), 64, 24)).isEqualTo(golden("traded-64.txt"));
    }

    @Test
    void explainsEveryCandidateAndLimit() {
        assertThat(render(Views.explained(), 100, 40)).isEqualTo(golden("explained-100.txt"));
    }

    @Test
    void saysThatNothingWasSentWhenItHeld() {
        assertThat(render(Views.held(), 100, 40)).isEqualTo(golden("held-100.txt"));
    }

    @Test
    void saysWhichLimitHaltedIt() {
        assertThat(render(Views.halted(), 100, 40)).isEqualTo(golden("halted-100.txt"));
    }

    @ParameterizedTest
    @CsvSource({"40,24", "64,12", "80,24", "100,16", "200,60"})
    void staysInsideTheTerminal(int columns, int rows) {
        for (DemoView view : List.of(Views.traded(), Views.explained(), Views.held(), Views.halted())) {
            List<String> lines = DemoScreen.render(view, columns, rows, Paint.PLAIN);

            assertThat(lines).hasSizeLessThanOrEqualTo(rows);
            assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void paintChangesNoCharacter() {
        List<String> painted = DemoScreen.render(Views.traded(), 100, 40, Paint.ANSI);

        assertThat(painted.stream()
                        .map(line -> CODES.matcher(line).replaceAll("").stripTrailing())
                        .toList())
                .isEqualTo(render(Views.traded(), 100, 40).lines().toList());
    }

    private static String render(DemoView view, int columns, int rows) {
        return String.join("\n", DemoScreen.render(view, columns, rows, Paint.PLAIN)) + "\n";
    }

    private static String golden(String name) {
        try (InputStream stream = DemoScreenTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
