package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatrixFileTest {
    private static final Map<String, MatrixRow> ROWS = MatrixFile.read();

    @Test
    void theTableHasEveryCaseAndEveryFlow() {
        assertThat(ROWS.keySet())
                .containsAll(IntStream.rangeClosed(1, 63)
                        .mapToObj(number -> String.format(Locale.ROOT, "F%02d", number))
                        .toList())
                .contains("flow dust", "flow deposit", "flow withdrawal", "flow outflow");
    }

    @Test
    void noCaseIsBrokenAndAnOpenOneSaysWhy() {
        assertThat(ROWS.values()).allSatisfy(row -> {
            assertThat(row.verdict()).as(row.id()).isIn("held", "open");
            assertThat(row.seen()).as(row.id()).isNotBlank();
        });
    }

    @Test
    void aRowIsReadAsItIsWritten() {
        MatrixRow row = new MatrixRow("F99", "something", "nothing", "1 swaps, ACTIVE", "held");
        assertThat(MatrixRow.parse(row.line())).isEqualTo(row);
    }
}
