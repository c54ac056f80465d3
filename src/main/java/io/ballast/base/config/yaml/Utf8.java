package io.ballast.base.config.yaml;

import io.ballast.base.config.Position;
import io.ballast.base.config.Problems;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strict UTF-8. */
final class Utf8 {
    private static final String MARK = "\uFEFF";

    private Utf8() {}

    static Optional<String> decode(String file, byte[] content, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(content.length + 1);
        boolean bad = decoder.decode(bytes, chars, true).isError();
        String text = chars.flip().toString();
        if (bad) {
            problems.error(position(file, text, text.length()), "", "not UTF-8, expected a text file in UTF-8");
            return Optional.empty();
        }
        return Optional.of(text.startsWith(MARK) ? text.substring(1) : text);
    }

    /** Line and column of an offset. */
    static Position position(String file, String text, int offset) {
        int end = Math.min(offset, text.length());
        int line =
                1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
        int column = end - text.lastIndexOf('\n', end - 1);
        return new Position(file, line, column);
    }
}
