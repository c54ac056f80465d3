package io.ballast.sense.chain.web3j;

import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * How messages name an endpoint: by index and host. The path, query and user of its URL may hold an API key and appear
 * nowhere.
 */
final class EndpointName {
    private static final int MAX_TEXT = 300;
    private static final int MIN_SECRET = 6;
    private final String shown;
    private final List<String> secrets = new ArrayList<>();

    EndpointName(int index, HttpUrl url) {
        shown = "rpc " + index + " (" + url.host() + ")";
        url.pathSegments().forEach(this::hide);
        for (int i = 0; i < url.querySize(); i++) {
            hide(url.queryParameterValue(i));
        }
        hide(url.username());
        hide(url.password());
    }

    private void hide(@org.jspecify.annotations.Nullable String part) {
        if (part != null && part.length() >= MIN_SECRET) {
            secrets.add(part);
        }
    }

    /** Text from outside made fit for a message: one line, no control characters, no secret, at most 300 characters. */
    String clean(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return "";
        }
        String safe = text;
        for (String secret : secrets) {
            safe = safe.replace(secret, "***");
        }
        safe = safe.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        return safe.length() <= MAX_TEXT ? safe : safe.substring(0, MAX_TEXT) + "…";
    }

    @Override
    public String toString() {
        return shown;
    }
}
