package io.ballast.agent.control;

import io.ballast.base.config.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is answered: a status and a small JSON document. */
record HttpAnswer(int status, Map<String, Object> document) {
    static HttpAnswer error(int status, String reason) {
        return new HttpAnswer(status, Map.of("error", reason));
    }

    /** No header lets a page of another origin read it. */
    byte[] bytes() {
        byte[] body = JsonText.write(document).getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " " + words() + "\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: " + body.length + "\r\n"
                + "Cache-Control: no-store\r\n"
                + "X-Content-Type-Options: nosniff\r\n"
                + (status == 401 ? "WWW-Authenticate: Bearer\r\n" : "")
                + "Connection: close\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private String words() {
        return switch (status) {
            case 200 -> "OK";
            case 202 -> "Accepted";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 411 -> "Length Required";
            case 413 -> "Content Too Large";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 503 -> "Service Unavailable";
            default -> "Error";
        };
    }
}
