package io.ballast.sense.chain.json;

import io.ballast.base.units.Hash32;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a recording line by line; its last line names the SHA-256 of all lines before it. What comes before a mark is in the file when
 * the mark is made, so that a run that ends by force leaves what led there to look at. Thread-safe.
 */
final class AnswerLog implements AutoCloseable {
    private final OutputStream out;
    private final InstantSource clock;
    private final MessageDigest digest = sha256();
    private boolean closed;

    /** @throws UncheckedIOException if the file is there already or cannot be written */
    AnswerLog(Path file, InstantSource clock) {
        this.clock = clock;
        try {
            out = new GZIPOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 1 << 16, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** One question and what came of it. */
    synchronized void asked(String method, JsonNode question, String outcome, JsonNode answer) {
        ObjectNode line = ChainJson.MAPPER.createObjectNode();
        line.put("t", clock.instant().toString());
        line.put("m", method);
        line.set("q", question);
        line.set(outcome, answer);
        write(line);
    }

    /** A place to come back to. */
    synchronized void mark(String name) {
        ObjectNode line = ChainJson.MAPPER.createObjectNode();
        line.put("t", clock.instant().toString());
        line.put("mark", name);
        write(line);
        flush();
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ObjectNode line) {
        if (closed) {
            throw new IllegalStateException("the recording has ended");
        }
        byte[] text = (line + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(text);
        put(text);
    }

    private void put(byte[] text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the recording and tells its hash. */
    synchronized Hash32 end() {
        Hash32 hash = Hash32.of(digest.digest());
        put(("{\"sha256\":\"" + hash.hex() + "\"}\n").getBytes(StandardCharsets.UTF_8));
        close();
        return hash;
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
