package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import takes as little memory for many rows as for few: a process of its own has less than the columns of the bars would take. Rows
 * are as many as the property says; the campaign has a hundred million, which takes 4 GB of disk for a while.
 */
class LongImportTest {
    private static final int ROWS = Integer.getInteger("ballast.import.rows", 700_000);
    private static final long FIRST = 1_577_836_800L;

    @TempDir
    Path folder;

    @Test
    void passesThroughLittleMemory() throws Exception {
        Path file = folder.resolve("long.csv");
        write(file);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.ballast.app.cli.Ballast",
                        "data",
                        "import",
                        "--store",
                        folder.resolve("store").toString(),
                        "--name",
                        "LONG",
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();

        int exitCode = process.waitFor();

        String output = Files.readString(folder.resolve("output"));
        assertThat(exitCode).as(output).isZero();
        assertThat(output).contains("LONG", String.format(Locale.ROOT, "%,d bars", ROWS));
    }

    /** Bars of one second, all of them different from the one before. */
    private static void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write("time,open,high,low,close,volume\n".getBytes(StandardCharsets.US_ASCII));
            int before = 1_000;
            for (int row = 0; row < ROWS; row++) {
                int close = 1_000 + (int) (row * 7_919L % 197);
                String line = (FIRST + row) + "," + before + "," + Math.max(before, close) + ","
                        + Math.min(before, close) + "," + close + ",1\n";
                out.write(line.getBytes(StandardCharsets.US_ASCII));
                before = close;
            }
        }
    }
}
