package io.ballast.agent.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads one small request from a socket: a head of at most 8 KiB, a body of at most 1 KiB, both within the time given, however
 * slowly they drip. RFC 9112, without what nobody needs here.
 */
final class HttpReader {
    private static final int MOST_HEAD = 8 << 10;
    private static final int MOST_BODY = 1 << 10;
    private final Socket socket;
    private final InputStream in;
    private final long end;

    HttpReader(Socket socket, Duration patience) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** Method, path and headers. */
    HttpRequest head() throws IOException, HttpRefusal {
        String[] lines = headText().split("\r\n", -1);
        String[] start = lines[0].split(" ", -1);
        if (start.length != 3 || !start[2].matches("HTTP/1\\.[01]") || !start[0].matches("[A-Z]{1,10}")) {
            throw new HttpRefusal(400, "no request of HTTP/1.1");
        }
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i];
            int colon = line.indexOf(':');
            if (colon < 1 || !line.substring(0, colon).matches("[A-Za-z0-9-]+")) {
                throw new HttpRefusal(400, "no header");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (headers.put(name, line.substring(colon + 1).strip()) != null) {
                throw new HttpRefusal(400, "a header twice");
            }
        }
        return new HttpRequest(start[0], start[1], headers, "");
    }

    /** The request with its body. */
    HttpRequest withBody(HttpRequest head) throws IOException, HttpRefusal {
        if (head.header("transfer-encoding").isPresent()) {
            throw new HttpRefusal(411, "a body needs its length");
        }
        String length = head.header("content-length").orElse("0");
        if (!length.matches("[0-9]{1,18}")) {
            throw new HttpRefusal(400, "no length");
        }
        if (Long.parseLong(length) > MOST_BODY) {
            throw new HttpRefusal(413, "the body is larger than " + MOST_BODY + " bytes");
        }
        byte[] body = new byte[Integer.parseInt(length)];
        for (int i = 0; i < body.length; i++) {
            body[i] = next();
        }
        return new HttpRequest(head.method(), head.path(), head.headers(), new String(body, StandardCharsets.UTF_8));
    }

    private String headText() throws IOException, HttpRefusal {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        byte[] blank = {'\r', '\n', '\r', '\n'};
        while (matched < blank.length) {
            byte b = next();
            matched = b == blank[matched] ? matched + 1 : b == '\r' ? 1 : 0;
            head.write(b);
            if (head.size() > MOST_HEAD) {
                throw new HttpRefusal(431, "the head is larger than " + MOST_HEAD + " bytes");
            }
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        return text.substring(0, text.length() - blank.length);
    }

    private final byte[] buffer = new byte[2 << 10];
    private int filled;
    private int used;

    private byte next() throws IOException, HttpRefusal {
        if (used == filled) {
            fill();
        }
        return buffer[used++];
    }

    private void fill() throws IOException, HttpRefusal {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new HttpRefusal(408, "too slow");
        }
        try {
            socket.setSoTimeout((int) left);
            filled = in.read(buffer);
            used = 0;
        } catch (SocketTimeoutException e) {
            throw new HttpRefusal(408, "too slow");
        }
        if (filled <= 0) {
            throw new IOException("the connection ended");
        }
    }
}
