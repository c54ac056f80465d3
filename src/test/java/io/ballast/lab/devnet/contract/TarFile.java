package io.ballast.lab.devnet.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Writes gzipped tar archives for tests, honest and dishonest ones. */
final class TarFile {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TarFile file(String path, String content) {
        return entry('0', path, "", content.getBytes(StandardCharsets.UTF_8));
    }

    TarFile file(String prefix, String path, String content) {
        return entry('0', path, prefix, content.getBytes(StandardCharsets.UTF_8));
    }

    TarFile paxPath(String path) {
        String record = " path=" + path + "\n";
        int length = Integer.toString(record.length()).length() + record.length();
        length = Integer.toString(length).length() + record.length();
        return entry('x', "PaxHeader", "", (length + record).getBytes(StandardCharsets.UTF_8));
    }

    TarFile gnuName(String path) {
        return entry('L', "././@LongLink", "", (path + "\0").getBytes(StandardCharsets.UTF_8));
    }

    TarFile entry(char type, String path, String prefix, byte[] content) {
        header(type, path, prefix, String.format("%011o", content.length));
        out.writeBytes(content);
        out.writeBytes(new byte[(512 - content.length % 512) % 512]);
        return this;
    }

    /** A header whose size is written as given, with nothing behind it. */
    TarFile header(char type, String path, String prefix, String size) {
        byte[] header = new byte[512];
        put(header, 0, path);
        put(header, 124, size);
        header[156] = (byte) type;
        put(header, 257, "ustar");
        put(header, 345, prefix);
        out.writeBytes(header);
        return this;
    }

    byte[] gzipped() {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(out.toByteArray());
            gzip.write(new byte[1024]);
        } catch (IOException e) {
            throw new AssertionError("writing to memory", e);
        }
        return zipped.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
