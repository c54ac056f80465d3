package io.ballast.act.wallet.web3signer;

import io.ballast.act.wallet.DevelopmentKeys;
import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.act.wallet.json.Web3SignerJson;
import io.ballast.act.wallet.web3j.PublicKeys;
import io.ballast.act.wallet.web3j.SignedBytes;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks a Web3Signer (Consensys, Apache-2.0) for signatures of secp256k1 keys. What it answers is proven by recovering the
 * sender. It keeps no watermark for transactions: the limits of this agent are the only ones. Thread-safe.
 */
public final class Web3SignerClient implements Signer {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LARGEST = 1 << 20;

    private final URI base;
    private final Address account;
    private final long chainId;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final String identifier;

    private Web3SignerClient(URI base, Address account, long chainId) {
        this.base = base;
        this.account = account;
        this.chainId = chainId;
        this.identifier = find();
    }

    /**
     * Looks for the account's public key.
     *
     * @param base https, or http on this machine
     * @throws SigningException if nobody answers, or the key is not there
     */
    public static Web3SignerClient open(URI base, Address account, long chainId) {
        DevelopmentKeys.refuse(account, chainId);
        return new Web3SignerClient(base, account, chainId);
    }

    private String find() {
        send(request("/upcheck").GET().build());
        String keys = send(request("/api/v1/eth1/publicKeys").GET().build());
        return Web3SignerJson.publicKeys(keys).stream()
                .filter(key -> PublicKeys.address(key).filter(account::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new SigningException(base + ": the Web3Signer has no key of " + account));
    }

    @Override
    public Address address() {
        return account;
    }

    @Override
    public SignedTransaction sign(UnsignedTransaction transaction) {
        if (transaction.chainId() != chainId) {
            throw new SigningException(
                    "transaction is for chain " + transaction.chainId() + ", this signer is for " + chainId);
        }
        String body = Web3SignerJson.data(SignedBytes.unsigned(transaction));
        String answer = send(request("/api/v1/eth1/sign/" + identifier)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        return SignedBytes.joined(transaction, account, signature(answer.strip()));
    }

    private Bytes signature(String text) {
        if (!text.matches("0x[0-9a-fA-F]{130}")) {
            throw new SigningException(base + ": the Web3Signer's answer is no signature");
        }
        return Bytes.parse(text);
    }

    private HttpRequest.Builder request(String path) {
        String root = base.toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE);
    }

    /** The body, if the answer is 200 and small. */
    private String send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new SigningException(base + ": the Web3Signer answers " + response.statusCode()
                            + meaning(response.statusCode()));
                }
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new SigningException(base + ": the Web3Signer's answer is too long");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new SigningException(
                    base + ": the Web3Signer does not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SigningException(base + ": interrupted while the Web3Signer was asked");
        }
    }

    private static String meaning(int status) {
        return switch (status) {
            case 400 -> ", which says that the request was wrong";
            case 404 -> ", which says that it has no such key";
            case 412 -> ", which says that its slashing protection refuses";
            default -> "";
        };
    }

    @Override
    public String toString() {
        return "Web3Signer at " + base + " for " + account + " on chain " + chainId;
    }
}
