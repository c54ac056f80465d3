package io.ballast.think.model.dl4j;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map.Entry;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip files with any entries, for tests. */
final class Zips {
    private Zips() {}

    @SafeVarargs
    static byte[] of(Entry<String, byte[]>... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Entry<String, byte[]> entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The same bytes with one name in place of another of the same length, wherever it stands. */
    static byte[] renamed(byte[] zip, String name, String other) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.replace(name, other).getBytes(StandardCharsets.ISO_8859_1);
    }
}
