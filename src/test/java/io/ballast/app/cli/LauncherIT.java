package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher over the jar of this build, in a folder of its own. */
class LauncherIT {
    private static final long MINUTES = 5;

    @TempDir
    Path project;

    private record Ran(int status, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        Path target = Files.createDirectory(project.resolve("target"));
        Files.copy(
                CommandRun.ROOT.resolve("ballast"), project.resolve("ballast"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(CommandRun.ROOT.resolve("target/ballast.jar"), target.resolve("ballast.jar"));
        Files.createSymbolicLink(target.resolve("lib"), CommandRun.ROOT.resolve("target/lib"));
    }

    @Test
    void preparesQuickStartsOnceAndStartsWithoutThemToo() throws Exception {
        Ran first = launch("--version");
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("ballast ");
        assertThat(first.err()).contains("preparing quick starts");
        Path archive = archive();
        assertThat(archive).isNotEmptyFile();

        assertThat(launch("--version")).isEqualTo(new Ran(0, first.out(), ""));

        Files.write(archive, new byte[] {1, 2, 3});
        assertThat(launch("--version")).isEqualTo(new Ran(0, first.out(), ""));

        Files.write(archive, new byte[0]);
        assertThat(launch("--version")).isEqualTo(new Ran(0, first.out(), ""));
    }

    private Path archive() throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("target"))) {
            List<Path> archives = files.filter(
                            file -> file.getFileName().toString().startsWith("classes-"))
                    .toList();
            assertThat(archives).hasSize(1);
            return archives.getFirst();
        }
    }

    private Ran launch(String argument) throws IOException, InterruptedException {
        Path out = project.resolve("out");
        Path err = project.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(project.resolve("ballast").toString(), argument)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("BALLAST_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("BALLAST_HOME", project.resolve("home").toString());
        Process process = builder.start();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
