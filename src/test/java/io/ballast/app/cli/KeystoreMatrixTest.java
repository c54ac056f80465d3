package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fourteen ways a keystore can be bad, each through the command line: one line, exit code 2, nothing served, no secret. */
class KeystoreMatrixTest {
    private static final String ANVIL = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    @TempDir
    Path folder;

    private SignerSandbox files;

    @BeforeEach
    void make() {
        files = new SignerSandbox(folder);
    }

    /** Past the keystore it asks for its memory: so the good one opens. */
    @Test
    void case00TheGoodOneOpens() {
        CommandRun run = files.run();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).singleElement().asString().contains("signer.log", "--new-state");
    }

    @Test
    void case01WrongOrEmptyPassphrase() {
        files.secret("pass.txt", "correct horse battery stapler\n");
        refused(files.run(), "wrong passphrase, or the file is damaged");
        files.secret("pass.txt", "");
        refused(files.run(), "pass.txt: is empty");
        files.secret("pass.txt", "\n");
        refused(files.run(), "pass.txt: is empty");
    }

    @Test
    void case02AddressIsNotTheKeys() throws IOException {
        String other = "5aaeb6053f3e94c9b9a09f33669435e7ef1beaed";
        edit(files.account.hex().substring(2), other);
        refused(files.run(), "is of account 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, configured is");
        String yaml = files.yaml(1).replace("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x" + "01".repeat(20));
        files.write(
                "signer.yaml", yaml.replace(files.account.checksummed(), "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        refused(files.run(), "holds the key of " + files.account);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "case03 mac cut             | \"mac\":\"              | \"mac\":\"a           | crypto.mac: must be an even number of hex digits",
                "case03 iv not hex          | \"iv\":\"               | \"iv\":\"zz           | crypto.cipherparams.iv: must be an even number",
                "case03 ciphertext too long | \"ciphertext\":\"       | \"ciphertext\":\"00   | ciphertext must have 32 bytes, had 33",
                "case04 scrypt n=2^24       | \"n\":4096              | \"n\":16777216        | at most 512 MiB, was n=16777216",
                "case04 scrypt n=3          | \"n\":4096              | \"n\":3               | a power of two from 4096, was 3",
                "case04 scrypt n=2          | \"n\":4096              | \"n\":2               | a power of two from 4096, was 2",
                "case04 scrypt p=2^20       | \"p\":6                 | \"p\":1048576         | scrypt p must be in [1, 16], was 1048576",
                "case06 version 1           | \"version\":3           | \"version\":1         | version: must be 3",
                "case07 unknown kdf         | \"kdf\":\"scrypt\"      | \"kdf\":\"argon2id\"  | crypto.kdf: must be scrypt or pbkdf2",
                "case08 JSON cut            | ,\"version\":3}         | ``                    | is not JSON",
            })
    void cases03To08(String name, String from, String to, String complaint) throws IOException {
        edit(from, to);
        refused(files.run(), complaint);
    }

    @Test
    void case05Pbkdf2OfOneRound() throws IOException {
        edit("\"n\":4096,\"r\":8,\"p\":6", "\"c\":1,\"prf\":\"hmac-sha256\"");
        Files.writeString(files.keystore, Files.readString(files.keystore).replace("\"scrypt\"", "\"pbkdf2\""));
        refused(files.run(), "pbkdf2 c must be in [10000, 10000000], was 1");
    }

    @Test
    void case09OthersMayReadIt() {
        SignerSandbox.mode(files.keystore, "rw-r--r--");
        refused(files.run(), "key.json is open to others, expected chmod 600");
        SignerSandbox.mode(files.keystore, "rw-------");
        SignerSandbox.mode(files.passphrase, "rw-r--r--");
        refused(files.run(), "pass.txt is open to others, expected chmod 600");
    }

    @Test
    void case10PassphraseOfTwoLines() {
        files.secret("pass.txt", SignerSandbox.PASSPHRASE + "\nx\n");
        refused(files.run(), "must hold one line of text");
        files.secret("pass.txt", SignerSandbox.PASSPHRASE + "\u00e9\n");
        refused(files.run(), "wrong passphrase");
    }

    @Test
    void case11PassphraseAsAnArgument() {
        refused(files.run("--passphrase", SignerSandbox.PASSPHRASE), "unknown option '--passphrase'");
        refused(files.run("--passphrase=" + SignerSandbox.PASSPHRASE), "unknown option '--passphrase");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000000000000000000000000000000000000000000000000000",
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
    })
    void case12KeyOutsideTheCurve(String key) {
        Path file = files.secret("raw.txt", key);
        refused(importKey("other", file), "the private key is not in [1, n-1] of secp256k1");
        assertThat(folder.resolve("wallets/other.json")).doesNotExist();
    }

    @Test
    void case13TwoKeystoresOfOneAccount() throws IOException {
        Files.createDirectory(folder.resolve("wallets"));
        Files.copy(files.keystore, folder.resolve("wallets/first.json"));
        SignerSandbox.mode(folder.resolve("wallets/first.json"), "rw-------");
        Path file = files.secret("raw.txt", SignerSandbox.KEY);
        refused(importKey("second", file), "holds account " + files.account + " already");
        assertThat(folder.resolve("wallets/second.json")).doesNotExist();
    }

    @Test
    void case14PublicDevelopmentKeyOnARealChain() throws IOException {
        Path other = Files.createDirectory(folder.resolve("anvil"));
        for (long chain : new long[] {1, 10, 8453, 42161, 56}) {
            Files.deleteIfExists(other.resolve("key.json"));
            refused(new SignerSandbox(other, ANVIL, chain).run(), "public development account");
        }
        Files.deleteIfExists(other.resolve("key.json"));
        CommandRun devnet = new SignerSandbox(other, ANVIL, 31337).run();
        assertThat(devnet.errLines()).singleElement().asString().contains("--new-state");
    }

    private CommandRun importKey(String name, Path key) {
        return CommandRun.in(
                folder,
                Map.of(),
                "wallet",
                "import",
                name,
                "--key-file",
                key.toString(),
                "--passphrase-file",
                files.passphrase.toString());
    }

    private void edit(String from, String to) throws IOException {
        String json = Files.readString(files.keystore);
        assertThat(json).contains(from);
        Files.writeString(files.keystore, json.replace(from, to));
    }

    private void refused(CommandRun run, String complaint) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains(complaint);
        assertThat(run.out()).isEmpty();
        assertThat((run.out() + run.err()).toLowerCase(Locale.ROOT))
                .doesNotContain(SignerSandbox.KEY, ANVIL, "correct horse");
        assertThat(folder.resolve("run")).doesNotExist();
        assertThat(folder.resolve("signer.log")).doesNotExist();
    }
}
