package io.ballast.lab.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Headless Chromium over files; a test without it is skipped, and fails in CI. */
final class Browser {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int PATIENCE_MINUTES = 5;

    private final Path folder;
    private final Path program;

    /** @param folder for everything that it writes */
    Browser(Path folder) {
        this.folder = folder;
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
        String absent = "no Chromium is here to open the report with";
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found).as(absent).isPresent();
        }
        assumeTrue(found.isPresent(), absent);
        this.program = found.orElseThrow();
    }

    /** A page after its scripts ran. */
    record Opened(String document, String log) {}

    Opened open(String html, int width) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("page.html"), html);
        Path document = folder.resolve("document");
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--window-size=" + width + ",900",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                page.toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(document.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as("Chromium ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Opened(Files.readString(document), Files.readString(log));
    }
}
