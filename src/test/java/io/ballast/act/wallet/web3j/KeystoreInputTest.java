package io.ballast.act.wallet.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ballast.act.wallet.KeystoreException;
import io.ballast.act.wallet.Secret;
import io.ballast.base.units.Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every bad keystore gives one clear line and no signer. */
class KeystoreInputTest {
    private static final String PASSPHRASE = "correct horse battery";

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private static String good;
    private static Address account;

    @BeforeAll
    static void makeAGoodOne() throws Exception {
        Path file = made.resolve("good.json");
        account = KeystoreFile.create(file, pass(PASSPHRASE), KeystoreFile.Strength.LIGHT, new SecureRandom());
        good = Files.readString(file);
    }

    @Test
    void acceptsTheGoodOne() throws Exception {
        assertThat(open(good, PASSPHRASE, "rw-------").address()).isEqualTo(account);
        assertThat(open(good.replace("\"crypto\"", "\"Crypto\""), PASSPHRASE, "r--------"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"version\":3          | \"version\":1         | version: must be 3",
                "\"version\":3          | \"version\":3.0       | version: must be 3",
                "\"version\":3          | \"version\":\"3\"     | version: must be 3",
                ",\"version\":3         | ``                    | version: is missing",
                "\"version\":3          | \"version\":3,\"version\":3 | is not JSON at line 1",
                "\"kdf\":\"scrypt\"     | \"kdf\":\"argon2id\"  | crypto.kdf: must be scrypt or pbkdf2",
                "\"kdf\":\"scrypt\"     | \"kdf\":null          | crypto.kdf: is missing",
                "\"n\":4096             | \"n\":16777216        | scrypt n·r·128 must be at most 512 MiB, was n=16777216, r=8",
                "\"n\":4096             | \"n\":3               | scrypt n must be a power of two from 4096, was 3",
                "\"n\":4096             | \"n\":2               | scrypt n must be a power of two from 4096, was 2",
                "\"n\":4096             | \"n\":5000            | scrypt n must be a power of two from 4096, was 5000",
                "\"n\":4096             | \"n\":-2147483648     | scrypt n must be a power of two from 4096",
                "\"n\":4096             | \"n\":68719476736     | crypto.kdfparams.n: must be a whole number below 2^31",
                "\"n\":4096             | \"n\":\"4096\"        | crypto.kdfparams.n: must be a whole number",
                "\"r\":8                | \"r\":0               | scrypt n·r·128 must be at most 512 MiB, was n=4096, r=0",
                "\"n\":4096,\"r\":8      | \"n\":65536,\"r\":1    | scrypt n must be below 2^(16·r), was n=65536, r=1",
                "\"r\":8                | \"r\":1000000000      | scrypt n·r·128 must be at most 512 MiB",
                "\"p\":6                | \"p\":1048576         | scrypt p must be in [1, 16], was 1048576",
                "\"p\":6                | \"p\":0               | scrypt p must be in [1, 16], was 0",
                "\"dklen\":32           | \"dklen\":16          | crypto.kdfparams.dklen: must be 32",
                "\"cipher\":\"aes-128-ctr\" | \"cipher\":\"aes-128-cbc\" | crypto.cipher: must be aes-128-ctr",
                "\"address\":\"         | \"address\":\"0       | address: must be 40 hex digits",
                "\"address\":           | \"adress\":           | address: is missing",
                "\"mac\":\"             | \"mac\":\"a           | crypto.mac: must be an even number of hex digits",
                "\"mac\":\"             | \"mac\":\"zz          | crypto.mac: must be an even number of hex digits",
                "\"mac\":\"             | \"mac\":\"ab          | mac must have 32 bytes, had 33",
                "\"iv\":\"              | \"iv\":\"ab           | iv must have 16 bytes, had 17",
                "\"iv\":\"              | \"iv\":\"0x           | crypto.cipherparams.iv: must be an even number of hex digits",
                "\"ciphertext\":\"      | \"ciphertext\":\"ab   | ciphertext must have 32 bytes, had 33",
                "\"salt\":\"            | \"salt\":\"abc        | crypto.kdfparams.salt: must be an even number",
                "{                      | [                     | is not JSON",
                "\"crypto\":{           | \"crypto\":\"x\",\"c\":{ | crypto.cipher: is missing",
            })
    void refusesADamagedFile(String from, String to, String complaint) throws Exception {
        assertThat(good).contains(from);
        refuses(good.replaceFirst(Pattern.quote(from), to), PASSPHRASE, complaint);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"c\":1,\"prf\":\"hmac-sha256\"          | pbkdf2 c must be in [10000, 10000000], was 1",
                "\"c\":9999,\"prf\":\"hmac-sha256\"       | pbkdf2 c must be in [10000, 10000000], was 9999",
                "\"c\":2000000000,\"prf\":\"hmac-sha256\" | pbkdf2 c must be in [10000, 10000000], was 2000000000",
                "\"c\":262144,\"prf\":\"hmac-sha1\"       | crypto.kdfparams.prf: must be hmac-sha256",
                "\"prf\":\"hmac-sha256\"                  | crypto.kdfparams.c: is missing",
            })
    void refusesWeakPbkdf2(String parameters, String complaint) throws Exception {
        refuses(
                good.replace("\"scrypt\"", "\"pbkdf2\"").replaceFirst("\"n\":4096,\"r\":8,\"p\":6", parameters),
                PASSPHRASE,
                complaint);
    }

    @Test
    void refusesAFileCutAnywhere() throws Exception {
        for (int length = 0; length < good.length(); length += 7) {
            refuses(good.substring(0, length), PASSPHRASE, "");
        }
        refuses(good + "x", PASSPHRASE, "is not JSON");
        refuses("x".repeat(70_000), PASSPHRASE, "is larger than 65536 bytes");
    }

    @Test
    void refusesAWrongPassphraseAndEveryFlippedByteOfTheSecretParts() throws Exception {
        refuses(good, "correct horse batterz", "wrong passphrase, or the file is damaged");
        refuses(good, PASSPHRASE + "\n", "wrong passphrase, or the file is damaged");
        refuses(good, "", "wrong passphrase, or the file is damaged");
        for (String name : new String[] {"ciphertext", "mac", "salt"}) {
            int at = good.indexOf("\"" + name + "\":\"") + name.length() + 4;
            char other = good.charAt(at) == '0' ? '1' : '0';
            refuses(
                    good.substring(0, at) + other + good.substring(at + 1),
                    PASSPHRASE,
                    "wrong passphrase, or the file is damaged");
        }
    }

    @Test
    void refusesAKeyThatIsNotTheAddresss() throws Exception {
        int at = good.indexOf("\"iv\":\"") + 6;
        char other = good.charAt(at) == '0' ? '1' : '0';
        refuses(good.substring(0, at) + other + good.substring(at + 1), PASSPHRASE, "holds the key of 0x");
    }

    @Test
    void refusesAnotherAccountThanTheConfiguredOne() throws Exception {
        String swapped = good.replace(account.hex().substring(2), "5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
        refuses(
                swapped,
                PASSPHRASE,
                "is of account 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, configured is " + account);
    }

    @Test
    void refusesAFileThatOthersMayRead() throws Exception {
        refuses(good, PASSPHRASE, "has mode rw-r--r--, others than its owner may use it; run: chmod 600 ", "rw-r--r--");
        refuses(good, PASSPHRASE, "has mode rw-r-----", "rw-r-----");
    }

    @Test
    void refusesAPublicDevelopmentKeyOnARealChain() throws Exception {
        Path file = folder.resolve("anvil.json");
        Secret raw = pass("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
        Address anvil =
                KeystoreFile.importKey(file, raw, pass(PASSPHRASE), KeystoreFile.Strength.LIGHT, new SecureRandom());
        assertThat(anvil).hasToString("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
        assertThat(KeystoreSigner.open(file, pass(PASSPHRASE), anvil, 31337).address())
                .isEqualTo(anvil);
        KeystoreException refusal = catchThrowableOfType(
                KeystoreException.class, () -> KeystoreSigner.open(file, pass(PASSPHRASE), anvil, 1));
        assertThat(refusal).hasMessageContaining("public development account");
    }

    private void refuses(String json, String passphrase, String complaint) throws Exception {
        refuses(json, passphrase, complaint, "rw-------");
    }

    private void refuses(String json, String passphrase, String complaint, String mode) throws Exception {
        KeystoreException refusal = catchThrowableOfType(KeystoreException.class, () -> open(json, passphrase, mode));
        assertThat(refusal).as(complaint).isNotNull();
        assertThat(refusal.getMessage())
                .startsWith(folder.resolve("key.json") + ": ")
                .contains(complaint)
                .doesNotContain("\n", "correct horse");
        assertThat(refusal).hasNoCause();
    }

    private KeystoreSigner open(String json, String passphrase, String mode) throws Exception {
        Path file = folder.resolve("key.json");
        Files.deleteIfExists(file);
        Files.writeString(file, json);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return KeystoreSigner.open(file, pass(passphrase), account, 1);
    }

    private static Secret pass(String text) {
        return Secret.of("test", text.toCharArray());
    }
}
