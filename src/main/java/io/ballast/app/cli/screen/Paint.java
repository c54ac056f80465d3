package io.ballast.app.cli.screen;

/** Weight and colour of text by ANSI codes, or none. Colour never stands alone: a word or a shape says the same. */
public enum Paint {
    PLAIN,
    ANSI;

    /** What matters most. */
    public String strong(String text) {
        return wrap("1", text);
    }

    /** Labels, and what can be left unread. */
    public String quiet(String text) {
        return wrap("2", text);
    }

    /** The strategy's own choice. */
    public String chosen(String text) {
        return wrap("34;1", text);
    }

    /** What asks for attention. */
    public String warning(String text) {
        return wrap("33", text);
    }

    private String wrap(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
