package io.ballast.lab.backtest.report;

import java.util.List;
import java.util.Set;

/** An element of HTML or SVG. Whatever is put in as text or attribute is escaped. Not safe for use by several threads. */
final class Tag {
    private static final Set<String> EMPTY = Set.of("meta", "path", "rect", "circle", "line");

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    private Tag(String name) {
        this.name = name;
    }

    static Tag of(String name) {
        return new Tag(name);
    }

    static Tag of(String name, String css) {
        return new Tag(name).with("class", css);
    }

    /** With text in it. */
    static Tag of(String name, String css, String text) {
        return of(name, css).text(text);
    }

    Tag with(String attribute, Object value) {
        attributes
                .append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value.toString()))
                .append('"');
        return this;
    }

    Tag text(String text) {
        content.append(escaped(text));
        return this;
    }

    Tag add(Tag... children) {
        return add(List.of(children));
    }

    Tag add(List<Tag> children) {
        children.forEach(content::append);
        return this;
    }

    /** Text of a script or a style that must not be escaped, and ends neither. */
    Tag raw(String source) {
        if (source.contains("</")) {
            throw new IllegalArgumentException("a script or a style would end early");
        }
        content.append(source);
        return this;
    }

    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < ' ' && c != '\n' ? ' ' : c);
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        String open = "<" + name + attributes;
        return EMPTY.contains(name) ? open + (name.equals("meta") ? ">" : "/>") : open + ">" + content + "</" + name + ">";
    }
}
