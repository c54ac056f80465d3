package io.ballast.app.cli;

/** How a verb gives its result. */
enum Format {
    /** For people. */
    text,
    /** One JSON document on standard output, everything else on standard error. */
    json
}
