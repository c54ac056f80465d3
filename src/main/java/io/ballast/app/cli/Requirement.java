package io.ballast.app.cli;

/** What an option's value must be. */
final class Requirement {
    private Requirement() {}

    static void inRange(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw VerbException.usage(
                    option + " must be at least " + least + " and at most " + most + ", was " + value);
        }
    }
}
