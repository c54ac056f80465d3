package io.ballast.sense.market;

import java.util.List;

/** Tokens for which the arithmetic of pools does not hold. */
public final class MisbehavingTokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> lines;

    /** @param lines one for each token */
    public MisbehavingTokenException(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
    }

    public List<String> lines() {
        return lines;
    }
}
