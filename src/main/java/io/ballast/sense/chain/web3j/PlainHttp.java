package io.ballast.sense.chain.web3j;

import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Which hosts may be spoken to without TLS: this machine and the local network, told by name or number alone. */
final class PlainHttp {
    private static final Pattern NEAR =
            Pattern.compile("localhost|[a-z0-9-]+|.*\\.(localhost|local|internal|lan|home\\.arpa)"
                    + "|127\\.\\d+\\.\\d+\\.\\d+|10\\.\\d+\\.\\d+\\.\\d+|192\\.168\\.\\d+\\.\\d+|172\\.(1[6-9]|2\\d|3[01])\\.\\d+\\.\\d+"
                    + "|::1|f[cd][0-9a-f]{2}:.*|fe80:.*");

    private PlainHttp() {}

    /**
     * @throws IllegalArgumentException if the endpoint is far away and speaks without TLS
     */
    static void require(EndpointName name, HttpUrl url) {
        if (!url.isHttps() && !isNear(url.host())) {
            throw new IllegalArgumentException(name + ": plain http to a host outside the local network, use https");
        }
    }

    static boolean isNear(String host) {
        return NEAR.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
