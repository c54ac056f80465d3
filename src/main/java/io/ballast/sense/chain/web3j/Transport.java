package io.ballast.sense.chain.web3j;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.web3j.protocol.http.HttpService;

/**
 * web3j's HTTP service with the raw answer in reach: web3j itself matches the items of a batch by position, takes a
 * missing id for 0 and reads an error's data only as text.
 */
final class Transport extends HttpService {
    Transport(HttpUrl url, OkHttpClient client) {
        super(withoutUser(url).toString(), client, false);
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            addHeader("Authorization", Credentials.basic(url.username(), url.password()));
        }
    }

    /** Posts one request object, or a list of them, and returns the whole answer. */
    byte[] post(Object payload) throws IOException {
        try (InputStream answer = performIO(objectMapper.writeValueAsString(payload))) {
            return answer.readAllBytes();
        }
    }

    private static HttpUrl withoutUser(HttpUrl url) {
        return url.newBuilder().username("").password("").build();
    }
}
