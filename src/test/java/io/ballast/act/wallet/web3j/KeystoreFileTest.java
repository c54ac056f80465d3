package io.ballast.act.wallet.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.wallet.Kdf;
import io.ballast.act.wallet.Keystore;
import io.ballast.act.wallet.KeystoreException;
import io.ballast.act.wallet.PrivateFile;
import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.json.KeystoreJson;
import io.ballast.base.units.Address;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.WalletFile;
import tools.jackson.databind.json.JsonMapper;

class KeystoreFileTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String KEY = "7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("key.json");
    }

    @Test
    void makesAPrivateFileThatWeb3jOpensToo() throws Exception {
        Address account = create("pässwörd → 1");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Keys.getAddress(Wallet.decrypt("pässwörd → 1", asWeb3j(KeystoreJson.read(file)))))
                .isEqualTo(account.hex().substring(2));
        assertThat(KeystoreSigner.open(file, pass("pässwörd → 1"), account, 1).address())
                .isEqualTo(account);
    }

    @Test
    void makesAnotherKeyEachTimeAndLeavesNoDraft() throws Exception {
        Address one = create("passphrase");
        Address two =
                KeystoreFile.create(folder.resolve("b.json"), pass("passphrase"), KeystoreFile.Strength.LIGHT, RANDOM);
        assertThat(one).isNotEqualTo(two);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("key.json", "b.json");
        }
        assertThat(KeystoreFile.list(folder)).containsExactly(folder.resolve("b.json"), file);
    }

    @Test
    void opensWhatWeb3jMade() throws Exception {
        ECKeyPair pair = ECKeyPair.create(new BigInteger(KEY, 16));
        var theirs = Wallet.create("passphrase", pair, 1 << 12, 1);
        PrivateFile.create(file, new JsonMapper().writeValueAsBytes(theirs), draft -> {});
        Address account = new Address("0x" + theirs.getAddress());
        assertThat(KeystoreSigner.open(file, pass("passphrase"), account, 1).address())
                .isEqualTo(account);
    }

    /** The PBKDF2 test vector of the Web3 Secret Storage definition (ethereum.org), version 3, with its address. */
    @Test
    void opensTheVectorOfTheFormatsDefinition() {
        String json =
                "{\"crypto\":{\"cipher\":\"aes-128-ctr\",\"cipherparams\":{\"iv\":\"6087dab2f9fdbbfaddc31a909735c1e6\"},"
                        + "\"ciphertext\":\"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46\","
                        + "\"kdf\":\"pbkdf2\",\"kdfparams\":{\"c\":262144,\"dklen\":32,\"prf\":\"hmac-sha256\","
                        + "\"salt\":\"ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd\"},"
                        + "\"mac\":\"517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2\"},"
                        + "\"id\":\"3198bc9c-6672-5ab3-d995-4942343ae5b6\",\"version\":3,"
                        + "\"address\":\"008aeeda4d805471df9b2a5b0f38a0c3bcba786b\"}";
        PrivateFile.create(file, json.getBytes(StandardCharsets.UTF_8), draft -> {});
        Address account = Address.parse("0x008aeeda4d805471df9b2a5b0f38a0c3bcba786b");
        assertThat(KeystoreSigner.open(file, pass("testpassword"), account, 1).address())
                .isEqualTo(account);
    }

    @Test
    void importsAKeyAndShowsNoneOfIt() throws Exception {
        Address account = importKey(KEY);
        assertThat(account.hex()).isEqualTo("0x008aeeda4d805471df9b2a5b0f38a0c3bcba786b");
        assertThat(KeystoreFile.show(file))
                .hasToString("KeystoreInfo[file=" + file + ", address=" + account
                        + ", kdf=scrypt n=4096 r=8 p=6, mode=rw-------]");
        assertThat(Files.readString(file)).doesNotContain(KEY);
        KeystoreSigner signer = KeystoreSigner.open(file, pass("passphrase"), account, 1);
        assertThat(signer).hasToString("keystore signer of " + account + " on chain 1");
    }

    @Test
    void replacesNoFile() throws Exception {
        Files.writeString(file, "precious");
        assertThatThrownBy(() -> create("passphrase")).hasMessage(file + ": exists already");
        assertThat(file).hasContent("precious");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void refusesASecondKeystoreOfOneAccount() {
        importKey(KEY);
        Path second = folder.resolve("second.json");
        assertThatThrownBy(() -> KeystoreFile.importKey(
                        second, pass(KEY), pass("passphrase"), KeystoreFile.Strength.LIGHT, RANDOM))
                .isInstanceOf(KeystoreException.class)
                .hasMessageContaining("holds account 0x008AeEda4D805471dF9b2A5B0f38A0C3bCBA786b already");
        assertThat(second).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void refusesAKeyOutsideTheCurvesOrder(String key) {
        assertThatThrownBy(() -> importKey(key))
                .isInstanceOf(KeystoreException.class)
                .hasMessage("test: the private key is not in [1, n-1] of secp256k1");
        assertThat(file).doesNotExist();
    }

    @Test
    void acceptsTheBordersOfTheCurvesOrder() {
        assertThat(importKey("0x" + "0".repeat(63) + "1")).hasToString("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf");
        file = folder.resolve("other.json");
        assertThat(importKey("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140"))
                .isNotNull();
    }

    @Test
    void refusesAShortPassphraseAndAFolderThatIsNotThere() {
        assertThatThrownBy(() -> create("1234567")).hasMessage("test: a new passphrase needs at least 8 characters");
        file = folder.resolve("none").resolve("key.json");
        assertThatThrownBy(() -> create("passphrase")).isInstanceOf(KeystoreException.class);
    }

    /** By hand: web3j 6.0.0 loses the type of the KDF when it reads a file, its own too. */
    private static WalletFile asWeb3j(Keystore keystore) {
        Kdf.Scrypt scrypt = (Kdf.Scrypt) keystore.kdf();
        WalletFile.ScryptKdfParams params = new WalletFile.ScryptKdfParams();
        params.setDklen(Kdf.DERIVED);
        params.setN(scrypt.n());
        params.setR(scrypt.r());
        params.setP(scrypt.p());
        params.setSalt(scrypt.salt().hex());
        WalletFile.CipherParams iv = new WalletFile.CipherParams();
        iv.setIv(keystore.iv().hex());
        WalletFile.Crypto crypto = new WalletFile.Crypto();
        crypto.setCipher("aes-128-ctr");
        crypto.setCipherparams(iv);
        crypto.setCiphertext(keystore.ciphertext().hex());
        crypto.setKdf("scrypt");
        crypto.setKdfparams(params);
        crypto.setMac(keystore.mac().hex());
        WalletFile theirs = new WalletFile();
        theirs.setVersion(3);
        theirs.setCrypto(crypto);
        return theirs;
    }

    private Address create(String passphrase) {
        return KeystoreFile.create(file, pass(passphrase), KeystoreFile.Strength.LIGHT, RANDOM);
    }

    private Address importKey(String key) {
        return KeystoreFile.importKey(file, pass(key), pass("passphrase"), KeystoreFile.Strength.LIGHT, RANDOM);
    }

    private static Secret pass(String text) {
        return Secret.of("test", text.toCharArray());
    }
}
