package io.ballast.app.cli;

import io.ballast.act.wallet.Secret;
import java.io.Console;

/** Asks a person: for a secret without echo, or for a word that says yes. */
final class Prompt {
    private Prompt() {}

    /**
     * Whether a person says yes.
     *
     * @throws VerbException if there is nobody to ask
     */
    @SuppressWarnings("SystemConsoleNull") // the terminal knows whether one can ask
    static boolean confirm(Environment environment, String question) {
        Console console = System.console();
        if (console == null || !environment.terminal().canAsk()) {
            throw VerbException.usage("there is no terminal to ask: give --yes, or --dry-run to look only");
        }
        String answer = console.readLine("%s [yes/no] ", question);
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }

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
