package io.ballast.act.wallet.signer;

import io.ballast.act.wallet.DevelopmentKeys;
import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.SignerMessage;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.act.wallet.web3j.SignedBytes;
import io.ballast.base.units.Address;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/** Asks a signer process on this machine. It is not trusted to answer well: what comes back is proven first. Thread-safe. */
public final class SocketSigner implements Signer {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private final Path socket;
    private final Address account;
    private final long chainId;

    private SocketSigner(Path socket, Address account, long chainId) {
        this.socket = socket;
        this.account = account;
        this.chainId = chainId;
    }

    /**
     * Asks whose key it holds.
     *
     * @throws SigningException if nobody answers, or the signer is for another account or chain
     */
    public static SocketSigner open(Path socket, Address account, long chainId) {
        DevelopmentKeys.refuse(account, chainId);
        SocketSigner signer = new SocketSigner(socket, account, chainId);
        SignerMessage answer = signer.ask(new SignerMessage.WhoAreYou());
        if (!answer.equals(new SignerMessage.IAm(account, chainId))) {
            throw new SigningException(
                    socket + ": expected the signer of " + account + " on chain " + chainId + ", it says " + answer);
        }
        return signer;
    }

    @Override
    public Address address() {
        return account;
    }

    @Override
    public SignedTransaction sign(UnsignedTransaction transaction) {
        return switch (ask(new SignerMessage.PleaseSign(transaction))) {
            case SignerMessage.HereYouAre signed -> SignedBytes.proven(transaction, account, signed.raw());
            case SignerMessage.Refused refused -> throw new SigningException("the signer refuses: " + refused.reason());
            default -> throw new SigningException(socket + ": the signer gave another answer than a signature");
        };
    }

    private SignerMessage ask(SignerMessage question) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            try (Frames frames = new Frames(channel, PATIENCE)) {
                frames.write(question);
                return frames.read();
            }
        } catch (IOException e) {
            throw new SigningException(socket + ": the signer does not answer: " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return "signer at " + socket + " for " + account + " on chain " + chainId;
    }
}
