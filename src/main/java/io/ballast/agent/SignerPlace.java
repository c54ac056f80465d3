package io.ballast.agent;

import io.ballast.base.config.TextForm;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a signer is that is not part of this process: one of the two is present.
 *
 * @param socket Unix socket of a signer process, as written
 * @param web3signer address of a Web3Signer
 */
@TextForm(
        expected = "a signer such as unix:/run/ballast/signer.sock, or the address of a Web3Signer such as"
                + " https://signer.example:9000",
        example = "unix:/run/ballast/signer.sock",
        pattern = "(unix:|https?://).+",
        shy = true)
public record SignerPlace(Optional<Path> socket, Optional<URI> web3signer) {
    private static final String UNIX = "unix:";

    public static SignerPlace parse(String text) {
        if (text.startsWith(UNIX)) {
            String path = text.substring(UNIX.length());
            if (path.isBlank()) {
                throw new IllegalArgumentException("names no socket");
            }
            return new SignerPlace(Optional.of(Path.of(path)), Optional.empty());
        }
        return new SignerPlace(Optional.empty(), Optional.of(uri(text)));
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            boolean secure = "https".equals(uri.getScheme());
            boolean plain = "http".equals(uri.getScheme());
            if ((!secure && !plain) || uri.getHost() == null) {
                throw new IllegalArgumentException("is neither a socket nor an https address");
            }
            if (plain && !uri.getHost().matches("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]")) {
                throw new IllegalArgumentException("goes unencrypted over a network, expected https");
            }
            if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw new IllegalArgumentException("holds more than a host, a port and a path");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no address", e);
        }
    }

    /** With the socket's path resolved. */
    SignerPlace in(Paths paths) {
        return new SignerPlace(socket.map(paths::of), web3signer);
    }

    public String text() {
        return socket.map(path -> UNIX + path)
                .orElseGet(() -> web3signer.map(URI::toString).orElse(""));
    }

    @Override
    public String toString() {
        return text();
    }
}
