package io.ballast.lab.data.csv;

import io.ballast.lab.data.DataRefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens text by what a file holds, whatever it is called. */
final class CsvContent {
    private static final int MAGIC = 8;

    private CsvContent() {}

    /**
     * The text, unpacked and without a byte-order mark.
     *
     * @throws DataRefusedException if the file is of another kind
     */
    static InputStream open(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw DataRefusedException.of(file, Files.exists(file) ? "is not a file" : "no such file");
            }
            InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            byte[] head = head(raw);
            if (starts(head, 0x1f, 0x8b)) {
                raw = new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16);
                head = head(raw);
            }
            refuseOthers(file, head);
            raw.skipNBytes(starts(head, 0xef, 0xbb, 0xbf) ? 3 : 0);
            return raw;
        } catch (ZipException e) {
            throw DataRefusedException.of(file, "is not whole: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseOthers(Path file, byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK")) {
            throw DataRefusedException.of(file, "is a zip or a spreadsheet, expected CSV text");
        }
        if (text.startsWith("PAR1")) {
            throw DataRefusedException.of(file, "is Parquet, expected CSV text");
        }
        if (text.startsWith("ARROW1")) {
            throw DataRefusedException.of(
                    file, "is Feather, expected CSV or Parquet (freqtrade convert-data --format-to parquet)");
        }
        if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) {
            throw DataRefusedException.of(file, "is UTF-16, expected UTF-8");
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        in.mark(MAGIC);
        byte[] head = in.readNBytes(MAGIC);
        in.reset();
        return head;
    }

    private static boolean starts(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
