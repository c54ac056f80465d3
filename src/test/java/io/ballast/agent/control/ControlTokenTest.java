package io.ballast.agent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.wallet.KeystoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTokenTest {
    @TempDir
    Path folder;

    @Test
    void makesARandomOneForItsOwner() throws Exception {
        Path file = folder.resolve("token");
        ControlToken token = ControlToken.readOrMake(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
        assertThat(ControlToken.readOrMake(folder.resolve("other")).bearer()).isNotEqualTo(token.bearer());
        assertThat(ControlToken.readOrMake(file).bearer()).isEqualTo(token.bearer());
        assertThat(token).hasToString("a token");
    }

    @Test
    void matchesItselfOnly() {
        ControlToken token = ControlToken.readOrMake(folder.resolve("token"));
        String text = token.bearer().substring("Bearer ".length());
        assertThat(token.matches(text)).isTrue();
        assertThat(token.matches(text + " ")).isFalse();
        assertThat(token.matches(text.substring(1))).isFalse();
        assertThat(token.matches("")).isFalse();
    }

    @Test
    void refusesAWeakOrOpenOne() throws Exception {
        Path file = folder.resolve("token");
        for (String weak : new String[] {"", "secret", "x".repeat(31), "x".repeat(20) + " " + "x".repeat(20)}) {
            Files.deleteIfExists(file);
            Files.writeString(file, weak);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThatThrownBy(() -> ControlToken.readOrMake(file))
                    .isInstanceOf(KeystoreException.class)
                    .hasMessageContaining("at least 32");
        }
        Files.writeString(file, "x".repeat(40));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> ControlToken.readOrMake(file)).hasMessageContaining("chmod 600");
    }
}
