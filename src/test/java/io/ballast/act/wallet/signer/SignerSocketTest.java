package io.ballast.act.wallet.signer;

import static io.ballast.act.wallet.signer.SigningFixture.ACCOUNT;
import static io.ballast.act.wallet.signer.SigningFixture.KEY;
import static io.ballast.act.wallet.signer.SigningFixture.STRANGER;
import static io.ballast.act.wallet.signer.SigningFixture.open;
import static io.ballast.act.wallet.signer.SigningFixture.swap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.SignerMessage;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.act.wallet.json.SignerJson;
import io.ballast.act.wallet.web3j.Signers;
import io.ballast.base.units.Bytes;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agent and signer process over their socket, and what either side makes of a bad other side. */
class SignerSocketTest {
    @TempDir
    Path folder;

    private Path socket;
    private PolicySigner policy;
    private SignerServer server;

    @BeforeEach
    void serve() {
        socket = folder.resolve("run/signer.sock");
        policy = open(folder.resolve("state"), true);
        server = SignerServer.start(policy, socket);
    }

    @AfterEach
    void end() {
        server.close();
        policy.close();
        assertThat(socket).doesNotExist();
    }

    @Test
    void signsForTheAgentExactlyWhatItAsks() {
        Signer client = SocketSigner.open(socket, ACCOUNT, 31337);
        assertThat(client.address()).isEqualTo(ACCOUNT);
        assertThat(client.sign(swap(5, "1"))).isEqualTo(KEY.sign(swap(5, "1")));
    }

    @Test
    void saysWhyItRefuses() {
        Signer client = SocketSigner.open(socket, ACCOUNT, 31337);
        client.sign(swap(5, "1"));
        assertThatThrownBy(() -> client.sign(swap(5, "2")))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("another intent");
    }

    @Test
    void isOnlyForItsOwner() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                .isEqualTo("rwx------");
        Path open = Files.createDirectory(
                folder.resolve("open"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        assertThatThrownBy(() -> SignerServer.start(policy, open.resolve("s")))
                .isInstanceOf(SignerStateException.class)
                .hasMessageContaining("chmod 700");
    }

    @Test
    void isServedOnceOnly() {
        assertThatThrownBy(() -> SignerServer.start(policy, socket)).hasMessageContaining("served by another signer");
    }

    @Test
    void takesOverWhatACrashLeft() throws Exception {
        Path left = socket.resolveSibling("left.sock");
        try (ServerSocketChannel crashed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            crashed.bind(UnixDomainSocketAddress.of(left));
        }
        assertThat(left).exists();
        try (SignerServer next = SignerServer.start(policy, left)) {
            assertThat(next.ended()).isNotDone();
            assertThat(SocketSigner.open(left, ACCOUNT, 31337).address()).isEqualTo(ACCOUNT);
        }
    }

    @Test
    void refusesAnotherAccountOrChainAtOnce() {
        assertThatThrownBy(() -> SocketSigner.open(socket, STRANGER, 31337)).isInstanceOf(SigningException.class);
        assertThatThrownBy(() -> SocketSigner.open(socket, ACCOUNT, 1337)).isInstanceOf(SigningException.class);
        assertThatThrownBy(() -> SocketSigner.open(socket, ACCOUNT, 1)).hasMessageContaining("public development");
        assertThatThrownBy(() -> SocketSigner.open(folder.resolve("none"), ACCOUNT, 31337))
                .hasMessageContaining("does not answer");
    }

    @Test
    void survivesEveryKindOfNonsense() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            say(noise, i % 2 == 0);
        }
        for (String json : List.of(
                "{}",
                "[]",
                "null",
                "1",
                "\"x\"",
                "{\"version\":2,\"kind\":\"who\"}",
                "{\"version\":1,\"kind\":\"no\"}",
                "{\"version\":1,\"kind\":\"who\",\"extra\":1}",
                "{\"version\":1,\"version\":1,\"kind\":\"who\"}",
                "{\"version\":1,\"kind\":\"sign\",\"transaction\":{}}",
                "{\"version\":1,\"kind\":\"signed\",\"raw\":\"0x00\"}",
                "{\"version\":1,\"kind\":\"who\"} x")) {
            assertThat(exchange(json.getBytes(StandardCharsets.UTF_8)))
                    .as(json)
                    .isInstanceOf(SignerMessage.Refused.class);
        }
        assertThat(policy.remembered()).isZero();
        assertThat(SocketSigner.open(socket, ACCOUNT, 31337).sign(swap(5, "1"))).isNotNull();
    }

    /** Connections that send nothing do not keep others out for longer than the server's patience. */
    @Test
    void answersOthersWhileSomeStaySilent() throws Exception {
        List<SocketChannel> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                silent.add(connect());
            }
            assertThat(SocketSigner.open(socket, ACCOUNT, 31337).sign(swap(5, "1")))
                    .isNotNull();
        } finally {
            for (SocketChannel channel : silent) {
                channel.close();
            }
        }
    }

    @Test
    void theAgentBelievesNoSignatureButTheOneItAskedFor() throws Exception {
        UnsignedTransaction asked = swap(5, "1");
        refusesAnswer(asked, new SignerMessage.HereYouAre(KEY.sign(swap(5, "2")).raw()), "another transaction");
        refusesAnswer(
                asked, new SignerMessage.HereYouAre(Signers.second().sign(asked).raw()), "with the key of");
        refusesAnswer(asked, new SignerMessage.HereYouAre(Bytes.parse("0x02")), "");
        refusesAnswer(asked, new SignerMessage.IAm(ACCOUNT, 31337), "another answer");
        refusesAnswer(asked, new SignerMessage.Refused("no\u001b[31m"), "the signer refuses: no [31m");
    }

    private void refusesAnswer(UnsignedTransaction asked, SignerMessage answer, String reason) throws Exception {
        Path fake = socket.resolveSibling("fake.sock");
        try (ServerSocketChannel liar = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            liar.bind(UnixDomainSocketAddress.of(fake));
            Thread thread = Thread.ofVirtual().start(() -> {
                lie(liar, new SignerMessage.IAm(ACCOUNT, 31337));
                lie(liar, answer);
            });
            Signer client = SocketSigner.open(fake, ACCOUNT, 31337);
            assertThatThrownBy(() -> client.sign(asked))
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining(reason);
            thread.join();
        } finally {
            Files.delete(fake);
        }
    }

    private static void lie(ServerSocketChannel liar, SignerMessage answer) {
        try (Frames frames = new Frames(liar.accept(), Duration.ofSeconds(5))) {
            frames.read();
            frames.write(answer);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        return channel;
    }

    private void say(byte[] noise, boolean framed) throws IOException {
        try (SocketChannel channel = connect()) {
            ByteBuffer buffer = ByteBuffer.allocate(noise.length + 4);
            if (framed) {
                buffer.putInt(noise.length);
            }
            channel.write(buffer.put(noise).flip());
        }
    }

    private SignerMessage exchange(byte[] json) throws IOException {
        try (SocketChannel channel = connect()) {
            channel.write(ByteBuffer.allocate(json.length + 4)
                    .putInt(json.length)
                    .put(json)
                    .flip());
            try (Frames frames = new Frames(channel, Duration.ofSeconds(5))) {
                return frames.read();
            }
        }
    }

    @Test
    void messagesAreReadAsTheyWereWritten() {
        for (SignerMessage message : List.of(
                new SignerMessage.WhoAreYou(),
                new SignerMessage.IAm(ACCOUNT, 31337),
                new SignerMessage.PleaseSign(swap(5, "1")),
                new SignerMessage.HereYouAre(Bytes.parse("0x02")),
                new SignerMessage.Refused("because"))) {
            assertThat(SignerJson.read(SignerJson.write(message))).isEqualTo(message);
        }
    }
}
