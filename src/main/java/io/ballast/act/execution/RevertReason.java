package io.ballast.act.execution;

import io.ballast.base.units.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The text in the data of a revert, made safe for a log: {@code Error(string)} (selector 08c379a0), or the data itself. */
final class RevertReason {
    private static final String ERROR_STRING = "0x08c379a0";
    private static final int TEXT_AT = 4 + 64;
    private static final int MAX_TEXT = 200;

    private RevertReason() {}

    static String read(Bytes data) {
        if (data.size() < TEXT_AT || !data.hex().startsWith(ERROR_STRING)) {
            return data.size() == 0 ? "no reason given" : data.toString();
        }
        BigInteger length = new BigInteger(1, data.slice(4 + 32, 32));
        int readable = Math.min(data.size() - TEXT_AT, MAX_TEXT);
        int size = length.min(BigInteger.valueOf(readable)).intValueExact();
        String text = new String(data.slice(TEXT_AT, size), StandardCharsets.UTF_8);
        return "\"" + text.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
}
