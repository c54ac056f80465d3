package io.ballast.sense.chain.json;

import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.Receipt;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A recording that was read whole and is as it was written. Its time is counted in heads: each new one that was answered begins a
 * stretch, and what was answered after it belongs to that stretch. Of the answers only where they lie is in memory. Used by one
 * thread.
 */
public final class ChainRecording implements AutoCloseable {
    private static final String NOT_ENDED =
            "the recording was not ended: its run was killed or failed, and what is there is not the whole of it";

    private static final Set<String> HEADS = Set.of("head", "awaitChange");

    private final Map<String, List<Answer>> answers = new HashMap<>();
    private final List<Head> heads = new ArrayList<>();
    private final List<Integer> cycles = new ArrayList<>();
    private final Map<Hash32, Receipt> receipts = new LinkedHashMap<>();
    private final AnswerShelf shelf = new AnswerShelf();
    private final Hash32 hash;
    private int waiting;

    /** An answer, and the stretch it was given in. */
    record Answer(int stretch, boolean failed, AnswerShelf.Place place) {}

    /** A head, and when it was first seen. */
    record Head(BlockHeader header, Instant seen) {}

    /**
     * Reads a recording.
     *
     * @throws IllegalArgumentException if it was not ended, or is not what was written
     */
    public ChainRecording(Path file) {
        try {
            this.hash = walk(file, this::take);
        } catch (RuntimeException e) {
            shelf.close();
            throw e;
        }
    }

    /**
     * What became of the transactions that were sent, in the order of the chain. Reads a recording through without keeping it.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static List<Receipt> receipts(Path file) {
        Map<Hash32, Receipt> found = new LinkedHashMap<>();
        Hash32 unused = walk(file, line -> receipt(line, found));
        return inOrder(found);
    }

    /** Shows each line of a recording but the last, which must name the hash of the others. */
    private static Hash32 walk(Path file, Consumer<JsonNode> each) {
        MessageDigest digest = AnswerLog.sha256();
        Optional<Hash32> told = Optional.empty();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && told.isEmpty(); line = lines.readLine()) {
                JsonNode node = ChainJson.MAPPER.readTree(line);
                told = Optional.ofNullable(node.get("sha256")).map(text -> new Hash32(text.asString()));
                if (told.isEmpty()) {
                    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                    each.accept(node);
                }
            }
        } catch (EOFException cut) {
            throw new IllegalArgumentException(NOT_ENDED, cut);
        } catch (ZipException | JacksonException e) {
            throw new IllegalArgumentException("is no recording, or was damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Hash32 hash = told.orElseThrow(() -> new IllegalArgumentException(NOT_ENDED));
        if (!hash.equals(Hash32.of(digest.digest()))) {
            throw new IllegalArgumentException("is not what was recorded as " + hash);
        }
        return hash;
    }

    private static void receipt(JsonNode line, Map<Hash32, Receipt> found) {
        JsonNode answer = line.get("a");
        if (answer != null && !answer.isNull() && line.path("m").asString("").equals("receipt")) {
            Receipt receipt = ChainJson.MAPPER.treeToValue(answer, Receipt.class);
            found.put(receipt.txHash(), receipt);
        }
    }

    private void take(JsonNode line) {
        if (line.has("mark")) {
            waiting++;
            return;
        }
        String method = line.get("m").asString();
        boolean failed = line.has("e");
        JsonNode answer = line.get(failed ? "e" : "a");
        if (HEADS.contains(method) && !failed && !answer.isNull()) {
            head(answer, Instant.parse(line.get("t").asString()));
        }
        receipt(line, receipts);
        answers.computeIfAbsent(key(method, line.get("q")), key -> new ArrayList<>())
                .add(new Answer(heads.size() - 1, failed, shelf.put(answer)));
    }

    private void head(JsonNode answer, Instant seen) {
        BlockHeader header = ChainJson.MAPPER.treeToValue(answer, BlockHeader.class);
        if (heads.isEmpty() || !heads.getLast().header().equals(header)) {
            heads.add(new Head(header, seen));
        }
        for (; waiting > 0; waiting--) {
            cycles.add(heads.size() - 1);
        }
    }

    /** Questions can be long; what they ask is told apart by its hash. */
    static String key(String method, JsonNode question) {
        byte[] text = question.toString().getBytes(StandardCharsets.UTF_8);
        return method + " " + Hash32.of(AnswerLog.sha256().digest(text)).hex();
    }

    List<Answer> answers(String key) {
        return answers.getOrDefault(key, List.of());
    }

    JsonNode text(Answer answer) {
        return shelf.get(answer.place());
    }

    List<Head> heads() {
        return heads;
    }

    /** For each recorded decision the stretch that it began in. */
    List<Integer> cycles() {
        return cycles;
    }

    /** SHA-256 of the lines: what a result names as its input. */
    public Hash32 hash() {
        return hash;
    }

    /** Decisions that were made while it was recorded. */
    public int decisions() {
        return cycles.size();
    }

    /** The first head. */
    public BlockHeader first() {
        return heads.getFirst().header();
    }

    /** The last head. */
    public BlockHeader last() {
        return heads.getLast().header();
    }

    /** What became of the transactions that were sent, in the order of the chain. */
    public List<Receipt> receipts() {
        return inOrder(receipts);
    }

    @Override
    public void close() {
        shelf.close();
    }

    private static List<Receipt> inOrder(Map<Hash32, Receipt> receipts) {
        return receipts.values().stream()
                .sorted(Comparator.comparingLong(Receipt::blockNumber).thenComparingInt(Receipt::index))
                .toList();
    }
}
