package io.ballast.base.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes an effective configuration as YAML. */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9 ._%/+-]*");
    private static final Pattern NOT_TEXT = Pattern.compile("(?i)null|0x.*");

    private YamlText() {}

    static void write(Shown shown, String indent, boolean origins, StringBuilder out) {
        switch (shown) {
            case Shown.Block block ->
                block.keys().forEach((key, value) -> line(indent + text(key) + ":", value, indent, origins, out));
            case Shown.Items list -> list.items().forEach(item -> line(indent + "-", item, indent, origins, out));
            case Shown.Leaf leaf -> out.append(indent).append(text(leaf.text())).append('\n');
        }
    }

    private static void line(String start, Shown value, String indent, boolean origins, StringBuilder out) {
        switch (value) {
            case Shown.Leaf leaf -> {
                String comment = origins ? "  # " + leaf.origin() : "";
                out.append(start)
                        .append(' ')
                        .append(text(leaf.text()))
                        .append(comment)
                        .append('\n');
            }
            case Shown.Block(Map<String, Shown> keys)
            when keys.isEmpty() -> out.append(start).append(" {}\n");
            case Shown.Items(List<Shown> items)
            when items.isEmpty() -> out.append(start).append(" []\n");
            default -> {
                out.append(start).append('\n');
                write(value, indent + "  ", origins, out);
            }
        }
    }

    private static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !text.endsWith(" ")
                && !NOT_TEXT.matcher(text).matches();
        return plain ? text : JsonText.quote(text);
    }
}
