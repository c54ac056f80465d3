package io.ballast.lab.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.lab.data.DataRefusedException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {
    private static final List<String> PIECES = List.of(
            "1",
            "42.5",
            "007",
            "1e-7",
            "-3",
            " x",
            "y ",
            "\"a,b\"",
            "\"say \"\"hi\"\"\"",
            "\"\"",
            "",
            " \"q\" ",
            "12:30");

    /** Gives what it holds in crumbs, so that the buffer ends anywhere in a line. */
    private static final class Crumbs extends ByteArrayInputStream {
        private final Random random;

        Crumbs(String text, long seed) {
            super(text.getBytes(StandardCharsets.UTF_8));
            random = new Random(seed);
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1 + random.nextInt(3)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void splitsTheSameWhereverTheBufferEnds(String end) {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < 20; row++) {
                for (int field = 0; field < 4; field++) {
                    text.append(PIECES.get(random.nextInt(PIECES.size()))).append(field < 3 ? "," : end);
                }
                text.append(random.nextInt(4) == 0 ? end : "");
            }
            String whole = random.nextBoolean() ? text.toString() : text + "last,1";
            assertThat(read(new Crumbs(whole, seed))).as("seed " + seed).isEqualTo(read(bytes(whole)));
        }
    }

    @Test
    void takesEachFieldWithoutBlanksAndQuotes() {
        assertThat(read(bytes("a, b ,\"c,\"\"d\"\r\n\n\r\n 1.5,-2,\"3\"\n,,")))
                .containsExactly("1: a|b|c,\"\"d : NaN NaN NaN", "4: 1.5|-2|3 : 1.5 -2.0 3.0", "5: || : NaN NaN NaN");
    }

    @Test
    void readsTheDoubleThatIsNearest() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String whole = random.nextInt(5) == 0 ? "" : digits(random, 1 + random.nextInt(20));
            String fraction = random.nextBoolean() ? "" : "." + digits(random, random.nextInt(20));
            String text = whole + fraction;
            CsvLines lines = lines(bytes(text + ",x\n"));
            lines.next();
            Double expected = text.length() < 2 && fraction.equals(text) ? Double.NaN : Double.parseDouble(text);
            assertThat((Double) lines.number(0)).as(text).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,\"open\n2,3\n", "a,b\n1,\"open", "a,b\n1,\0\n", "a,b\n1\0,2\n", "a,b\n1,\"x\"y\n"})
    void namesTheLineThatIsNoRow(String text) {
        assertThatThrownBy(() -> read(bytes(text)))
                .isInstanceOf(DataRefusedException.class)
                .hasMessageContaining("text:2:");
        assertThatThrownBy(() -> read(new Crumbs(text, 1)))
                .isInstanceOf(DataRefusedException.class)
                .hasMessageContaining("text:2:");
    }

    @Test
    void refusesALineLongerThanAnyRow() {
        String longest = "7".repeat(CsvLines.LONGEST);
        assertThat(read(bytes("a\n" + longest + "\nb\n"))).hasSize(3);
        assertThatThrownBy(() -> read(bytes("a\n" + longest + "7\nb\n"))).hasMessageContaining("text:2:");
        assertThatThrownBy(() -> read(bytes("a\n" + longest.repeat(9)))).hasMessageContaining("text:2:");
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static List<String> read(InputStream in) {
        CsvLines lines = lines(in);
        List<String> rows = new ArrayList<>();
        while (lines.next()) {
            StringBuilder row = new StringBuilder(lines.line() + ": " + String.join("|", lines.texts()) + " :");
            for (int i = 0; i < lines.fields(); i++) {
                row.append(' ').append(lines.number(i));
            }
            rows.add(row.toString());
        }
        return rows;
    }

    private static CsvLines lines(InputStream in) {
        return new CsvLines("text", in, (byte) '.');
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
