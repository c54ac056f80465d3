package io.ballast.act.wallet.signer;

import static io.ballast.act.wallet.signer.SigningFixture.ACCOUNT;
import static io.ballast.act.wallet.signer.SigningFixture.open;
import static io.ballast.act.wallet.signer.SigningFixture.swap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignerLogTest {
    @TempDir
    Path folder;

    private Path state;
    private byte[] good;

    @BeforeEach
    void signTwice() throws Exception {
        state = folder.resolve("state");
        try (PolicySigner signer = open(state, true)) {
            signer.sign(swap(5, "1"));
            signer.sign(swap(6, "1"));
        }
        good = Files.readAllBytes(state);
    }

    @Test
    void dropsALineThatACrashCutOff() throws Exception {
        int lastLine = new String(good, java.nio.charset.StandardCharsets.UTF_8)
                        .stripTrailing()
                        .lastIndexOf('\n')
                + 1;
        for (int length = lastLine; length < good.length; length += 9) {
            Files.write(state, Arrays.copyOf(good, length));
            try (PolicySigner signer = open(state, false)) {
                assertThat(signer.remembered()).isEqualTo(1);
                signer.sign(swap(6, "2"));
            }
            try (PolicySigner signer = open(state, false)) {
                assertThat(signer.remembered()).isEqualTo(2);
            }
        }
    }

    @Test
    void refusesToStartWithAnyOtherDamage() throws Exception {
        for (int i = 0; i < good.length - 1; i++) {
            byte[] damaged = good.clone();
            damaged[i] ^= 1;
            Files.write(state, damaged);
            assertThatThrownBy(() -> open(state, false).close())
                    .as("byte %s", i)
                    .isInstanceOf(SignerStateException.class)
                    .hasMessageStartingWith(state + ": ");
        }
    }

    @Test
    void refusesToStartWithALineLess() throws Exception {
        var lines = Files.readAllLines(state);
        lines.remove(1);
        Files.write(state, lines);
        assertThatThrownBy(() -> open(state, false)).hasMessageContaining("is damaged at line 2");
    }

    @Test
    void refusesToStartWithoutItsMemoryUnlessTold() throws Exception {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> open(none, false))
                .isInstanceOf(SignerStateException.class)
                .hasMessageContaining("--new-state");
        assertThat(none).doesNotExist();
        assertThatThrownBy(() -> open(state, true)).isInstanceOf(SignerStateException.class);
        Files.write(none, new byte[0]);
        assertThatThrownBy(() -> open(none, false)).hasMessageContaining("is empty");
    }

    @Test
    void refusesTheMemoryOfAnotherAccount() throws Exception {
        Files.delete(state);
        SignerLog.create(state, 31337, SigningFixture.STRANGER, SigningFixture.NOW)
                .close();
        assertThatThrownBy(() -> open(state, false)).hasMessageContaining("is the memory of another account or chain");
        Files.delete(state);
        SignerLog.create(state, 1, ACCOUNT, SigningFixture.NOW).close();
        assertThatThrownBy(() -> open(state, false)).hasMessageContaining("another account or chain: 1 ");
    }

    @Test
    void isUsedByOneSignerOnly() {
        try (PolicySigner signer = open(state, false)) {
            assertThat(signer.remembered()).isEqualTo(2);
            assertThatThrownBy(() -> open(state, false)).hasMessageContaining("is in use by another signer");
        }
    }
}
