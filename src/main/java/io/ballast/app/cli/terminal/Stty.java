package io.ballast.app.cli.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks the system's {@code stty} and {@code test} about the controlling terminal; Java has no way of its own. */
class Stty {

    /** The answer, or nothing where there is no such terminal or tool. */
    Optional<String> ask(String shellCommand) {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", shellCommand)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(answer)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Whether a descriptor of this process is a terminal. */
    boolean isTerminal(int descriptor) {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", "test -t " + descriptor)
                    .inheritIO()
                    .start();
            return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
