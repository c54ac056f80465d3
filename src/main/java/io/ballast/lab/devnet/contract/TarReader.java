package io.ballast.lab.devnet.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Reads chosen files of a gzipped tar archive (ustar, with pax and GNU long names) into memory. Nothing is written, so no
 * entry can reach a path; an archive with an absolute or climbing path is refused all the same, for it is not honest.
 */
final class TarReader {
    private static final int BLOCK = 512;
    private static final long LARGEST_ENTRY = 64L << 20;
    private static final long LARGEST_ARCHIVE = 1L << 30;

    private final InputStream in;
    private final Set<String> wanted;
    private final Map<String, byte[]> found = new LinkedHashMap<>();
    private String longName = "";
    private long consumed;

    private TarReader(InputStream in, Set<String> wanted) {
        this.in = in;
        this.wanted = wanted;
    }

    /**
     * @param wanted exact paths inside the archive
     * @return content by path; a path that the archive lacks is missing here too
     * @throws IOException if the archive is damaged, too large, or holds an unsafe path
     */
    static Map<String, byte[]> read(InputStream gzipped, Set<String> wanted) throws IOException {
        try (InputStream in = new GZIPInputStream(gzipped, 1 << 16)) {
            TarReader reader = new TarReader(in, wanted);
            while (reader.next()) {
                // each call consumes one entry
            }
            return reader.found;
        }
    }

    private boolean next() throws IOException {
        byte[] header = in.readNBytes(BLOCK);
        if (header.length == 0 || isZero(header)) {
            return false;
        }
        if (header.length < BLOCK) {
            throw new IOException("tar header is cut short");
        }
        int size = octal(header, 124, 12);
        consumed += size;
        if (size > LARGEST_ENTRY || consumed > LARGEST_ARCHIVE) {
            throw new IOException("tar archive is larger than allowed");
        }
        entry((char) header[156], header, size);
        return true;
    }

    private void entry(char type, byte[] header, int size) throws IOException {
        switch (type) {
            case 'x' -> longName = paxPath(content(size), longName);
            case 'L' -> longName = text(content(size), 0, size);
            case 'g' -> skip(size);
            default -> file(type, header, size);
        }
    }

    private void file(char type, byte[] header, int size) throws IOException {
        String path = safe(longName.isEmpty() ? name(header) : longName);
        longName = "";
        boolean regular = type == '0' || type == 0;
        if (regular && wanted.contains(path)) {
            found.put(path, content(size));
        } else {
            skip(size);
        }
    }

    private byte[] content(int size) throws IOException {
        byte[] content = in.readNBytes(size);
        if (content.length < size) {
            throw new IOException("tar entry is cut short");
        }
        in.skipNBytes(padding(size));
        return content;
    }

    private void skip(int size) throws IOException {
        in.skipNBytes(size + padding(size));
    }

    private static long padding(int size) {
        return ((long) BLOCK - size % BLOCK) % BLOCK;
    }

    private static String name(byte[] header) {
        String name = text(header, 0, 100);
        String prefix = text(header, 257, 5).equals("ustar") ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String safe(String path) throws IOException {
        boolean climbs = Arrays.asList(path.split("/", -1)).contains("..");
        if (climbs || path.startsWith("/") || path.contains("\\") || path.contains(":")) {
            throw new IOException("tar archive holds the unsafe path \"" + path + "\"");
        }
        return path;
    }

    /** Records {@code "LENGTH key=value\n"}; only the path matters here. */
    private static String paxPath(byte[] records, String otherwise) throws IOException {
        String path = otherwise;
        int at = 0;
        while (at < records.length) {
            int space = at;
            while (space < records.length && records[space] != ' ') {
                space++;
            }
            int length = number(text(records, at, space - at), 10);
            if (length <= space - at + 1 || at + length > records.length) {
                throw new IOException("tar archive has a damaged pax header");
            }
            String record = new String(records, space + 1, at + length - space - 2, StandardCharsets.UTF_8);
            path = record.startsWith("path=") ? record.substring(5) : path;
            at += length;
        }
        return path;
    }

    private static int octal(byte[] header, int offset, int length) throws IOException {
        return number(text(header, offset, length).strip(), 8);
    }

    private static int number(String digits, int radix) throws IOException {
        try {
            int number = Integer.parseInt(digits, radix);
            if (number >= 0) {
                return number;
            }
            throw new IOException("tar archive has the negative number " + digits);
        } catch (NumberFormatException e) {
            throw new IOException("tar archive has the damaged number \"" + digits + "\"", e);
        }
    }

    private static String text(byte[] bytes, int offset, int length) {
        int end = offset;
        while (end < offset + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, offset, end - offset, StandardCharsets.UTF_8);
    }

    private static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
