package io.ballast.sense.chain.anvil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnvilBinaryTest {
    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();

    private AnvilBinary binary() {
        environment.putIfAbsent("PATH", home.resolve("bin").toString());
        environment.put("BALLAST_HOME", home.resolve("ballast").toString());
        return new AnvilBinary(environment, home);
    }

    private Path program(String name, String script) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void prefersTheNamedBinaryThenThePathThenFoundry() throws IOException {
        Path foundry = program(".foundry/bin/anvil", "");
        assertThat(binary().locate()).isEqualTo(foundry);
        Path onPath = program("bin/anvil", "");
        assertThat(binary().locate()).isEqualTo(onPath);
        Path named = program("named", "");
        environment.put("ANVIL_BIN", named.toString());
        assertThat(binary().locate()).isEqualTo(named);
    }

    @Test
    void refusesANameThatIsNoProgram() throws IOException {
        program("bin/anvil", "");
        environment.put("ANVIL_BIN", home.resolve("nothing").toString());
        assertThatThrownBy(() -> binary().locate())
                .isInstanceOf(AnvilException.class)
                .hasMessageContaining("ANVIL_BIN")
                .hasMessageContaining("nothing");
    }

    @Test
    void saysInOneLineWhatToDoWithoutNpm() {
        assertThatThrownBy(() -> binary().locate())
                .isInstanceOf(AnvilException.class)
                .hasMessageContaining("no npm found")
                .hasMessageContaining("Node.js")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void saysWhatNpmSaid() throws IOException {
        program("bin/npm", "echo 'npm error network is down'; exit 1");
        assertThatThrownBy(() -> binary().locate())
                .isInstanceOf(AnvilException.class)
                .hasMessageContaining("npm error network is down");
    }

    @Test
    void refusesABinaryThatNpmDidNotBringOrThatIsAnother() throws IOException {
        program("bin/npm", "exit 0");
        assertThatThrownBy(() -> binary().locate()).hasMessageContaining("npm brought no anvil");
        assertThat(binary().installed()).isEmpty();
        String folders = "for p in linux-amd64 linux-arm64 darwin-arm64 darwin-amd64; do "
                + "b=\"$3/node_modules/@foundry-rs/anvil-$p/bin\"; /bin/mkdir -p \"$b\"; echo evil >\"$b/anvil\"; "
                + "/bin/chmod 755 \"$b/anvil\"; done";
        program("bin/npm", folders);
        boolean pinned = System.getProperty("os.name").equals("Linux")
                && List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
        if (pinned) {
            assertThatThrownBy(() -> binary().locate()).hasMessageContaining("SHA-256");
            assertThat(binary().installed()).isEmpty();
        } else {
            assertThat(binary().locate()).isExecutable();
        }
    }
}
