package io.ballast.app.cli;

import io.ballast.act.wallet.Secret;
import java.io.Console;

/** Asks a person for a secret, without echo. */
final class Prompt {
    private Prompt() {}

    // Since JDK 22 there is a console without a terminal too; whether one can ask, the terminal knows.
    @SuppressWarnings("SystemConsoleNull")
    static Secret ask(Environment environment, String what) {
        Console console = System.console();
        if (console == null || !environment.terminal().canAsk()) {
            throw VerbException.usage(
                    "there is no terminal to ask for the passphrase; give --passphrase-file or --passphrase-fd");
        }
        return Secret.ofPrompt(console, what);
    }
}
