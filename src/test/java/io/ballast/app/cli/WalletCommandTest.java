package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WalletCommandTest {
    /** Key and account of the first private key in the tests of EIP-155's author: 32 bytes of 0x46. */
    private static final String KEY = "46".repeat(32);

    private static final String ACCOUNT = "0x9d8A62f656a8d1615C1294fd71e9CFb3E4855A4F";

    @TempDir
    Path home;

    private Path passphrase;

    @BeforeEach
    void writeThePassphrase() throws IOException {
        passphrase = secret("pass.txt", "correct horse battery staple\n");
    }

    @Test
    void importsAKeyAndNeverPrintsIt() throws IOException {
        Path key = secret("key.txt", KEY + "\n");

        CommandRun run =
                run("import", "main", "--key-file", key.toString(), "--passphrase-file", passphrase.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains(ACCOUNT);
        assertThat(run.out() + run.err()).doesNotContain(KEY, "correct horse");
        assertThat(run("list").out()).contains(ACCOUNT, "rw-------");
        assertThat(run("show", "main").out()).contains(ACCOUNT, "scrypt");
    }

    @Test
    void makesANewKeyInAFolderOfItsOwner() throws IOException {
        CommandRun run = run("new", "fresh", "--passphrase-file", passphrase.toString(), "--format", "json");

        JsonNode document = JsonMapper.shared().readTree(run.out());
        assertThat(document.path("address").stringValue()).matches("0x[0-9a-fA-F]{40}");
        assertThat(Files.getPosixFilePermissions(home.resolve("wallets")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void refusesToReplaceAKeystore() {
        run("new", "fresh", "--passphrase-file", passphrase.toString());
        CommandRun again = run("new", "fresh", "--passphrase-file", passphrase.toString());

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.errLines()).singleElement().asString().contains("fresh.json");
    }

    @Test
    void refusesAPassphraseFileThatOthersMayRead() throws IOException {
        Files.setPosixFilePermissions(passphrase, PosixFilePermissions.fromString("rw-r--r--"));

        CommandRun run = run("new", "fresh", "--passphrase-file", passphrase.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains("pass.txt");
        assertThat(home.resolve("wallets/fresh.json")).doesNotExist();
    }

    @Test
    void asksNobodyWhereThereIsNoTerminal() {
        CommandRun run = run("new", "fresh");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains("--passphrase-file", "--passphrase-fd");
    }

    @Test
    void takesNoSecretAsAnArgument() {
        CommandRun run = run("new", "fresh", "--passphrase", "secret");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains("unknown option '--passphrase'");
    }

    @Test
    void refusesANameThatLeadsOutOfTheFolder() {
        CommandRun run = run("show", "../main");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).hasSize(1);
    }

    @Test
    void saysThatThereAreNone() {
        assertThat(run("list").out()).contains("no keystores in");
    }

    private CommandRun run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "wallet";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandRun.in(home, Map.of(), all);
    }

    private Path secret(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }
}
