package io.ballast.app.cli.terminal;

/** Stand-ins for the signs that the screens use, one character each. */
final class Ascii {
    private static final String SIGNS = "→−–±·▶◀●○■◆…≤≥×’";
    private static final String STAND_INS = ">--~-><*o##.<>x'";

    private Ascii() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.append(standIn(c)));
        return out.toString();
    }

    private static char standIn(int c) {
        int index = SIGNS.indexOf(c);
        return index >= 0 ? STAND_INS.charAt(index) : c < 0x80 ? (char) c : '?';
    }
}
