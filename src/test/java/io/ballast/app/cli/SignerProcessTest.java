package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.act.wallet.signer.SocketSigner;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Wei;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signer as a process of its own, killed and started again. */
class SignerProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void keepsItsPromiseOverAKill() throws Exception {
        SignerSandbox files = new SignerSandbox(folder);
        Process first = start(files, "--new-state");
        Signer client = client(files);
        client.sign(transaction(7, 1));
        // Never in the arguments: anybody on the machine can read those.
        assertThat(Files.readString(Path.of("/proc/" + first.pid() + "/cmdline")))
                .contains("--passphrase-fd")
                .doesNotContain("correct horse");
        first.destroyForcibly().waitFor();
        assertThatThrownBy(() -> client.sign(transaction(7, 1))).isInstanceOf(SigningException.class);

        Process second = start(files);
        Signer again = client(files);
        assertThatThrownBy(() -> again.sign(transaction(7, 2))).hasMessageContaining("another intent");
        assertThat(again.sign(transaction(7, 1))).isNotNull();

        second.destroy();
        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isZero();
        assertThat(folder.resolve("run/signer.sock")).doesNotExist();
        assertThat(Files.readString(folder.resolve("out"))
                        + Files.readString(folder.resolve("err"))
                        + Files.readString(folder.resolve("signer.log")))
                .contains(files.account.checksummed())
                .doesNotContain(SignerSandbox.KEY, "correct horse");
    }

    private Process start(SignerSandbox files, String... more) throws Exception {
        files.write("signer.yaml", files.yaml(1).replace("passphrase_file: pass.txt\n", ""));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command =
                "exec \"$0\" -Xmx256m -cp \"$CP\" io.ballast.app.cli.Ballast signer -c \"$1\" --passphrase-fd 3 "
                        + String.join(" ", more) + " 3<\"$2\"";
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", command, java, files.config.toString(), files.passphrase.toString());
        builder.environment().put("CP", System.getProperty("java.class.path"));
        Process process = builder.redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("err").toFile()))
                .start();
        started.add(process);
        return process;
    }

    private Signer client(SignerSandbox files) {
        Path socket = folder.resolve("run/signer.sock");
        await().atMost(PATIENCE).ignoreExceptions().until(() -> SocketSigner.open(socket, files.account, 1) != null);
        return SocketSigner.open(socket, files.account, 1);
    }

    private static UnsignedTransaction transaction(long nonce, long value) {
        return new UnsignedTransaction(
                1,
                nonce,
                Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
                Wei.of(value),
                Bytes.EMPTY,
                21_000,
                Wei.of(30),
                Wei.of(1));
    }
}
