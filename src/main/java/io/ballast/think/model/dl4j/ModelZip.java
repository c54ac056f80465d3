package io.ballast.think.model.dl4j;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A member's file: a zip as the library's {@code ModelSerializer} writes and reads it. Entries are read into memory and nothing is ever
 * unpacked to disk or handed on by name.
 */
final class ModelZip {
    static final String CONFIGURATION = "configuration.json";
    static final String COEFFICIENTS = "coefficients.bin";
    static final String UPDATER = "updaterState.bin";

    /** Largest file, and largest sizes that its entries may inflate to, in bytes. */
    static final int MAX_FILE = 8 << 20;

    private static final Map<String, Integer> LARGEST =
            Map.of(CONFIGURATION, 1 << 20, COEFFICIENTS, 8 << 20, UPDATER, 16 << 20);

    /** A fixed time, so that the same model is the same file. */
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private ModelZip() {}

    /** Stored, not deflated: the bytes then do not depend on the platform's compressor. */
    static byte[] write(String configuration, byte[] coefficients) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, CONFIGURATION, configuration.getBytes(StandardCharsets.UTF_8));
            put(zip, COEFFICIENTS, coefficients);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Entries by name; at least configuration and coefficients, and none but the three that a network needs.
     *
     * @throws IllegalArgumentException for anything else: other names (paths and Java objects among them), repeated names, too large
     *     entries, a cut or broken file
     */
    static Map<String, byte[]> read(byte[] file) {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = allowed(entry, entries);
                entries.put(name, inflate(zip, name));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("zip is cut short or broken", e);
        }
        if (!entries.containsKey(CONFIGURATION) || !entries.containsKey(COEFFICIENTS)) {
            throw new IllegalArgumentException("not a zip with " + CONFIGURATION + " and " + COEFFICIENTS);
        }
        return entries;
    }

    private static String allowed(ZipEntry entry, Map<String, byte[]> seen) {
        String name = entry.getName();
        if (!LARGEST.containsKey(name)) {
            throw new IllegalArgumentException("entry \"" + printable(name) + "\" is not allowed in a model");
        }
        if (seen.containsKey(name)) {
            throw new IllegalArgumentException("entry \"" + name + "\" appears twice");
        }
        return name;
    }

    private static byte[] inflate(ZipInputStream zip, String name) throws IOException {
        int largest = LARGEST.getOrDefault(name, 0);
        byte[] content = zip.readNBytes(largest + 1);
        if (content.length > largest) {
            throw new IllegalArgumentException("entry \"" + name + "\" inflates to more than " + largest + " bytes");
        }
        return content;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** A name out of a file is data: what is not plain ASCII is shown as a question mark, and no more than 60 characters. */
    private static String printable(String name) {
        String clipped = name.length() <= 60 ? name : name.substring(0, 60) + "...";
        return clipped.replaceAll("[^ -~]", "?");
    }
}
