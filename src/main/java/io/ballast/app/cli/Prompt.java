package io.ballast.app.cli;

import io.ballast.act.wallet.Secret;
import java.io.Console;

/** Asks a person for a secret, without echo. */
final class Prompt {
    private Prompt() {}

    @SuppressWarnings("SystemConsoleNull") // on JDK 21 it is null where there is no terminal
    static Secret ask(Environment environment, String what) {
        Console console = System.console();
        if (console == null || !environment.terminal().canAsk()) {
            throw VerbException.usage(
                    "there is no terminal to ask for the passphrase; give --passphrase-file or --passphrase-fd");
        }
        return Secret.ofPrompt(console, what);
    }
}
