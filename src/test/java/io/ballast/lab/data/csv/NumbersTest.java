package io.ballast.lab.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Test
    void readsEveryDoubleAsTheJdkDoes() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Math.exp(random.nextGaussian() * 12) * (random.nextBoolean() ? 1 : -1);
            String plain = new BigDecimal(value)
                    .round(new MathContext(1 + random.nextInt(20)))
                    .toPlainString();

            assertThat(parse(plain)).as(plain).isEqualTo(Double.parseDouble(plain));
            assertThat(parse(Double.toString(value))).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.1", "9007199254740993", "123456789012345678", "1e22", "1.5E-7", ".5", "5.", "+3", "-0.25"})
    void readsWhatAFileMayHold(String text) {
        assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "NaN",
                "inf",
                "Infinity",
                "0x10",
                "1,000",
                "1.2.3",
                "1e",
                "1d",
                "null",
                " 1",
                "1_000"
            })
    void takesNothingElseForANumber(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void readsADecimalCommaOnlyWhereItIsTold() {
        byte[] text = "1,5".getBytes(StandardCharsets.UTF_8);

        assertThat(Numbers.parse(text, 0, 3, (byte) ',')).isEqualTo(1.5);
        assertThat(Numbers.parse("1.5".getBytes(StandardCharsets.UTF_8), 0, 3, (byte) ','))
                .isNaN();
        assertThat(Numbers.parse("1,5e1".getBytes(StandardCharsets.UTF_8), 0, 5, (byte) ','))
                .isEqualTo(15);
    }

    private static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Numbers.parse(bytes, 0, bytes.length, (byte) '.');
    }
}
