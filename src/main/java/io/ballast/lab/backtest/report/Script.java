package io.ballast.lab.backtest.report;

/** JSON inside a page. */
final class Script {
    private Script() {}

    /** A text that ends no script whatever it holds. */
    static String text(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '"' || c == '\\' || c == '\u2028' || c == '\u2029') {
                String digits = Integer.toHexString(c);
                out.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
