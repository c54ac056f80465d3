package io.ballast.base.config.yaml;

import io.ballast.base.config.Position;

/** Ends the reading of a file that goes beyond what is accepted. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Position at;
    private final String reason;

    Refused(Position at, String reason) {
        super(reason);
        this.at = at;
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    Position at() {
        return at;
    }
}
