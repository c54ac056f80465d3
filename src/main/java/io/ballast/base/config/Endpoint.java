package io.ballast.base.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The address of a service. It may hold a key, so it is shown only as it is written in the file.
 *
 * @param reveal the whole address; not for logs
 * @param text as written, with its placeholder
 */
@TextForm(
        expected = "an address such as https://host/path, with any key in it as ${NAME}",
        example = "https://localhost",
        pattern = "(https?|wss?)://.+",
        shy = true)
public record Endpoint(URI reveal, String text) {
    private static final Set<String> PLAIN = Set.of("http", "ws");
    private static final Set<String> SECURE = Set.of("https", "wss");

    public static Endpoint parse(ConfigNode.Scalar scalar) {
        URI uri = uri(scalar.text());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(PLAIN.contains(scheme) || SECURE.contains(scheme))) {
            throw new IllegalArgumentException("is not an http or websocket address");
        }
        if (PLAIN.contains(scheme) && !near(uri.getHost())) {
            throw new IllegalArgumentException("goes unencrypted over the internet");
        }
        if (!scalar.secret() && holdsKey(uri)) {
            throw new IllegalArgumentException("seems to hold a key in clear");
        }
        return new Endpoint(uri, scalar.shown());
    }

    /** Whether it is a websocket. */
    public boolean isSocket() {
        return reveal.getScheme().toLowerCase(Locale.ROOT).startsWith("ws");
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not an address", e);
        }
    }

    /** This machine, a private network, or a bare name of one. */
    private static boolean near(String host) {
        return (!host.contains(".") && !host.contains(":"))
                || host.equals("[::1]")
                || host.matches("127\\..*|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2[0-9]|3[01])\\..*");
    }

    private static boolean holdsKey(URI uri) {
        String tail = (uri.getRawPath() == null ? "" : uri.getRawPath()) + "?"
                + (uri.getRawQuery() == null ? "" : uri.getRawQuery());
        return uri.getRawUserInfo() != null || tail.matches(".*[A-Za-z0-9_-]{20,}.*");
    }

    /** As written in the file. */
    @Override
    public String toString() {
        return text;
    }
}
