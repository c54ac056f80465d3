package io.ballast.act.wallet.signer;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Wei;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of the signer's log: number, content, and a hash over the hash before and both.
 *
 * <p>Contents, words separated by one space: {@code OPENED time chain account}, {@code SIGNED time nonce intent transaction cost
 * token amount}, {@code REFUSED time nonce intent reason…}.
 */
record LogLine(long number, String content, Hash32 hash) {
    /** Before the first. */
    static final LogLine NONE = new LogLine(0, "", Hash32.ZERO);

    private static final int LONGEST_REASON = 300;

    static String opened(Instant at, long chainId, Address account) {
        return "OPENED " + at + " " + chainId + " " + account.hex();
    }

    static String signed(Signature s) {
        return String.join(
                " ",
                "SIGNED",
                s.at().toString(),
                Long.toString(s.nonce()),
                s.intent().hex(),
                s.hash().hex(),
                s.cost().value().toString(),
                s.token().hex(),
                s.amount().toString());
    }

    static String refused(Instant at, Ask ask, String reason) {
        String line = reason.replaceAll("[\\p{C}\\s]+", " ").strip();
        String cut = line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
        return "REFUSED " + at + " " + ask.nonce() + " " + ask.intent().hex() + " " + cut;
    }

    LogLine followedBy(String next) {
        return new LogLine(number + 1, next, chained(number + 1, next, hash));
    }

    String text() {
        return number + " " + content + " " + hash.hex();
    }

    /** @throws SignerStateException naming file and line, if it does not follow from the line before */
    static LogLine parse(Path file, String text, LogLine before) {
        long number = before.number() + 1;
        int start = text.indexOf(' ');
        int end = text.lastIndexOf(' ');
        if (start > 0 && end > start) {
            LogLine line = before.followedBy(text.substring(start + 1, end));
            if (line.text().equals(text)) {
                return line;
            }
        }
        throw damaged(file, number);
    }

    /** What was signed, if it was. */
    Optional<Signature> signature() {
        if (!content.startsWith("SIGNED ")) {
            return Optional.empty();
        }
        List<String> words = List.of(content.split(" ", -1));
        return Optional.of(new Signature(
                Instant.parse(words.get(1)),
                Long.parseLong(words.get(2)),
                new Hash32(words.get(3)),
                new Hash32(words.get(4)),
                new Wei(new BigInteger(words.get(5))),
                new Address(words.get(6)),
                new BigInteger(words.get(7))));
    }

    /** The first line says whose memory it is. */
    void requireOf(Path file, long chainId, Address account) {
        boolean first = number == 1;
        if (first != content.startsWith("OPENED ")) {
            throw damaged(file, number);
        }
        if (first && !content.endsWith(" " + chainId + " " + account.hex())) {
            throw new SignerStateException(
                    file + ": is the memory of another account or chain: " + content.split(" ", 3)[2]);
        }
    }

    private static Hash32 chained(long number, String content, Hash32 before) {
        byte[] input = (before.hex() + " " + number + " " + content).getBytes(StandardCharsets.UTF_8);
        return Hash32.of(Keccak256.digest(input));
    }

    private static SignerStateException damaged(Path file, long number) {
        return new SignerStateException(file + ": is damaged at line " + number
                + "; nothing is signed with a damaged memory, restore it from a copy");
    }
}
