package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BallastTest {

    @Test
    void printsItsVersion() {
        StringWriter out = new StringWriter();

        int exitCode = new CommandLine(new Ballast())
                .setOut(new PrintWriter(out, true))
                .execute("--version");

        assertThat(exitCode).isZero();
        assertThat(out.toString()).startsWith("ballast ");
    }

    @Test
    void anUnknownVerbIsAUsageError() {
        StringWriter err = new StringWriter();

        int exitCode = new CommandLine(new Ballast())
                .setErr(new PrintWriter(err, true))
                .execute("no-such-verb");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("no-such-verb");
    }
}
