package io.ballast.act.wallet.signer;

import io.ballast.act.wallet.SignerMessage;
import io.ballast.act.wallet.SigningException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a signer on a Unix socket that only its owner can reach: one request on each connection, and whoever is slow is cut
 * off.
 */
public final class SignerServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SignerServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_CONNECTIONS = 32;
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private final PolicySigner signer;
    private final Path socket;
    private final ServerSocketChannel server;
    private final Thread accepting;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Semaphore connections = new Semaphore(MOST_CONNECTIONS);

    private SignerServer(PolicySigner signer, Path socket, ServerSocketChannel server) {
        this.signer = signer;
        this.socket = socket;
        this.server = server;
        this.accepting = Thread.ofPlatform().name("signer").start(this::accept);
    }

    /**
     * Serves from now on.
     *
     * @param socket in a folder of mode 0700, which is made if absent
     * @throws SignerStateException if others may use the folder, or the socket is served already
     */
    public static SignerServer start(PolicySigner signer, Path socket) {
        try {
            prepare(socket);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                server.bind(UnixDomainSocketAddress.of(socket));
                Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
                return new SignerServer(signer, socket, server);
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SignerStateException(socket + ": cannot be served: " + e.getMessage());
        }
    }

    private static void prepare(Path socket) throws IOException {
        Path folder = Objects.requireNonNull(socket.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER));
        }
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(folder);
        if (!OWNER.containsAll(mode)) {
            throw new SignerStateException(folder + ": has mode " + PosixFilePermissions.toString(mode)
                    + ", others than its owner may use it; run: chmod 700 " + folder);
        }
        if (Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            if (answers(socket)) {
                throw new SignerStateException(socket + ": is served by another signer");
            }
            Files.delete(socket);
        }
    }

    /** What an earlier process left behind refuses connections. */
    private static boolean answers(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }

    /** Completed when nobody is served any more. */
    public CompletableFuture<Void> ended() {
        return ended;
    }

    private void accept() {
        try {
            while (server.isOpen()) {
                // The others wait in the system's queue.
                connections.acquire();
                SocketChannel channel = server.accept();
                Thread.ofVirtual().start(() -> serve(channel));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedChannelException e) {
            LOG.info("{} is no longer served", socket);
        } catch (IOException e) {
            LOG.error("{} cannot be served any more: {}", socket, e.toString());
        } finally {
            ended.complete(null);
        }
    }

    private void serve(SocketChannel channel) {
        try (Frames frames = new Frames(channel, PATIENCE)) {
            frames.write(answer(frames));
        } catch (IOException e) {
            LOG.debug("a connection ended early: {}", e.getMessage());
        } finally {
            connections.release();
        }
    }

    private SignerMessage answer(Frames frames) throws IOException {
        try {
            return switch (frames.read()) {
                case SignerMessage.WhoAreYou ignored -> new SignerMessage.IAm(signer.address(), signer.chainId());
                case SignerMessage.PleaseSign ask -> signed(ask);
                default -> new SignerMessage.Refused("this is an answer, expected a question");
            };
        } catch (SigningException e) {
            LOG.warn("refused: {}", e.getMessage());
            return new SignerMessage.Refused(e.getMessage());
        }
    }

    private SignerMessage signed(SignerMessage.PleaseSign ask) {
        try {
            return new SignerMessage.HereYouAre(signer.sign(ask.transaction()).raw());
        } catch (SigningException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("nothing was signed", e);
            throw new SigningException("the signer failed: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            accepting.interrupt();
            accepting.join(PATIENCE);
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new SignerStateException(socket + ": cannot be closed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
