package io.ballast.act.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @TempDir
    Path folder;

    @Test
    void stripsOneLineBreakAtTheEndAndNothingElse() throws Exception {
        assertThat(read("pass\n")).isEqualTo("pass");
        assertThat(read("pass\r\n")).isEqualTo("pass");
        assertThat(read("pass")).isEqualTo("pass");
        assertThat(read(" pässwörd → \ud83d\ude00 \t\n")).isEqualTo(" pässwörd → \ud83d\ude00 \t");
    }

    @Test
    void refusesMoreThanOneLineAndNothing() {
        for (String content : new String[] {"pass\n\n", "pass\nword", "pass\0word", "pass\r"}) {
            assertThatThrownBy(() -> read(content))
                    .isInstanceOf(KeystoreException.class)
                    .hasMessage(folder.resolve("pass") + ": must hold one line of text");
        }
        for (String content : new String[] {"", "\n", "\r\n"}) {
            assertThatThrownBy(() -> read(content)).hasMessage(folder.resolve("pass") + ": is empty");
        }
    }

    @Test
    void refusesWhatIsNotUtf8OrTooLong() {
        assertThatThrownBy(() -> Secret.ofStream(new ByteArrayInputStream(new byte[] {(byte) 0xff, 'a'}), "stdin"))
                .hasMessage("stdin: is not UTF-8");
        assertThatThrownBy(() -> read("x".repeat(5000))).hasMessageEndingWith(": is longer than 4096 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw----r--", "rw---x---", "rw--w----"})
    void refusesAFileThatOthersMayUse(String mode) throws Exception {
        Path file = write("secret-word", mode);
        assertThatThrownBy(() -> Secret.ofFile(file))
                .isInstanceOf(KeystoreException.class)
                .hasMessage(file + ": has mode " + mode + ", others than its owner may use it; run: chmod 600 " + file);
    }

    @Test
    void refusesFoldersAndFilesThatAreNotThere() {
        assertThatThrownBy(() -> Secret.ofFile(folder)).hasMessageEndingWith(": is not a regular file");
        assertThatThrownBy(() -> Secret.ofFile(folder.resolve("none"))).hasMessageEndingWith(": there is no such file");
        assertThatThrownBy(() -> Secret.ofDescriptor(987)).hasMessage("descriptor 987: is not open for reading");
    }

    @Test
    void forgetsWhenClosedAndNeverShowsItself() {
        char[] text = "secret-word".toCharArray();
        Secret secret = Secret.of("test", text);
        assertThat(secret).hasToString("a secret");
        secret.close();
        assertThat(text).containsOnly('\0');
    }

    @Test
    void readsAPrivateKeyWithAndWithoutPrefix() {
        String digits = "00" + "aB".repeat(31);
        byte[] expected = HexFormat.of().parseHex(digits);
        assertThat(Secret.of("k", digits.toCharArray()).key()).isEqualTo(expected);
        assertThat(Secret.of("k", ("0x" + digits).toCharArray()).key()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "63, 'k: a private key has 64 hex digits, this has 63'",
        "65, 'k: a private key has 64 hex digits, this has 65'",
        "0, 'k: a private key has 64 hex digits, this has 0'"
    })
    void refusesAKeyOfAnotherLength(int digits, String message) {
        assertThatThrownBy(
                        () -> Secret.of("k", "7".repeat(digits).toCharArray()).key())
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(chars = {'g', ' ', '０', '٣', '-'})
    void refusesAKeyWithOtherCharactersAndDoesNotQuoteIt(char wrong) {
        assertThatThrownBy(() -> Secret.of("k", ("7".repeat(40) + wrong + "7".repeat(23)).toCharArray())
                        .key())
                .hasMessage("k: a private key has hex digits only, character 41 is none");
    }

    private String read(String content) throws Exception {
        try (Secret secret = Secret.ofFile(write(content, "rw-------"))) {
            return new String(secret.utf8(), StandardCharsets.UTF_8);
        }
    }

    private Path write(String content, String mode) throws Exception {
        Path file = folder.resolve("pass");
        Files.deleteIfExists(file);
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
