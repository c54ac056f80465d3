package io.ballast.act.wallet.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Wei;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Hash;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;

class KeystoreSignerTest {
    /** Public: the first account of anvil and Hardhat. */
    private static final String KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    private static final Address TO = Address.parse("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");

    @TempDir
    static Path folder;

    private static Signer signer;

    @BeforeAll
    static void open() {
        Path file = folder.resolve("key.json");
        Address account = KeystoreFile.importKey(
                file, secret(KEY), secret("passphrase"), KeystoreFile.Strength.LIGHT, new SecureRandom());
        signer = KeystoreSigner.open(file, secret("passphrase"), account, 31337);
    }

    /** Expected: what anvil 1.7.1 answers to eth_signTransaction, another implementation of RFC 6979 and EIP-1559. */
    @Test
    void signsAKnownTransactionToTheByte() {
        SignedTransaction signed = signer.sign(transaction(31337, 0, 1_000_000_000_000_000_000L, "0x", 21_000, 2, 1));
        assertThat(signed.raw().hex())
                .isEqualTo("0x02f874827a6980843b9aca0084773594008252089470997970c51812dc3a010c7d01b50e0d17dc79c8880de0"
                        + "b6b3a764000080c080a074128fd7d42631897474d93692787a2e56b813754468caaca4993c641c986a37a06d5a"
                        + "3b027177cc2841199b70400fece0a29ac5eabee2fa9cbf9b6aa213716c48");
        assertThat(signed.hash().hex()).isEqualTo("0x7d4c13ed95c0cee830d7457ec5a5976db1fc301cfa7a23fef0039a7ccf6aea87");
    }

    @Test
    void signsTheSameBytesEveryTime() {
        UnsignedTransaction transaction = transaction(31337, 7, 0, "0xa9059cbb", 100_000, 30, 2);
        assertThat(signer.sign(transaction)).isEqualTo(signer.sign(transaction));
    }

    @Test
    void signsWhatTheSenderCanBeRecoveredFrom() throws Exception {
        Random random = new Random(9);
        for (int i = 0; i < 100; i++) {
            byte[] data = new byte[random.nextInt(400)];
            random.nextBytes(data);
            UnsignedTransaction transaction = new UnsignedTransaction(
                    31337,
                    random.nextInt(3) * (long) random.nextInt(),
                    TO,
                    new Wei(new BigInteger(random.nextInt(200), random)),
                    Bytes.of(data),
                    21_000 + random.nextInt(1 << 24),
                    new Wei(new BigInteger(60, random).setBit(61)),
                    new Wei(new BigInteger(random.nextInt(60), random)));
            if (transaction.nonce() >= 0) {
                decodesTo(transaction, signer.sign(transaction));
            }
        }
    }

    @Test
    void refusesAnotherChain() {
        assertThatThrownBy(() -> signer.sign(transaction(1, 0, 0, "0x", 21_000, 2, 1)))
                .isInstanceOf(SigningException.class)
                .hasMessage("transaction is for chain 1, this signer is for 31337");
    }

    @Test
    void refusesWhatNoNodeWouldTake() {
        assertThatThrownBy(() -> signer.sign(transaction(31337, -1, 0, "0x", 21_000, 2, 1)))
                .isInstanceOf(SigningException.class);
        assertThatThrownBy(() -> signer.sign(transaction(31337, 0, 0, "0x", 20_999, 2, 1)))
                .isInstanceOf(SigningException.class);
        assertThatThrownBy(() -> signer.sign(transaction(31337, 0, 0, "0x", 21_000, 1, 2)))
                .isInstanceOf(SigningException.class)
                .hasMessage("tip 2 gwei exceeds the highest fee 1 gwei");
    }

    private static void decodesTo(UnsignedTransaction expected, SignedTransaction signed) throws Exception {
        SignedRawTransaction decoded =
                (SignedRawTransaction) TransactionDecoder.decode(signed.raw().hex());
        Transaction1559 content = (Transaction1559) decoded.getTransaction();
        assertThat(decoded.getFrom()).isEqualToIgnoringCase(signer.address().hex());
        assertThat(content.getChainId()).isEqualTo(expected.chainId());
        assertThat(content.getNonce()).isEqualTo(expected.nonce());
        assertThat(content.getTo()).isEqualTo(expected.to().hex());
        assertThat(content.getValue()).isEqualTo(expected.value().value());
        assertThat(Bytes.parse(prefixed(content.getData()))).isEqualTo(expected.data());
        assertThat(content.getGasLimit()).isEqualTo(expected.gasLimit());
        assertThat(content.getMaxFeePerGas()).isEqualTo(expected.maxFee().value());
        assertThat(content.getMaxPriorityFeePerGas())
                .isEqualTo(expected.maxTip().value());
        assertThat(signed.hash().hex()).isEqualTo(Hash.sha3(signed.raw().hex()));
    }

    private static String prefixed(String hex) {
        return hex.startsWith("0x") ? hex : "0x" + hex;
    }

    private static UnsignedTransaction transaction(
            long chainId, long nonce, long value, String data, long gas, long maxGwei, long tipGwei) {
        return new UnsignedTransaction(
                chainId,
                nonce,
                TO,
                Wei.of(value),
                Bytes.parse(data),
                gas,
                Wei.of(maxGwei * 1_000_000_000),
                Wei.of(tipGwei * 1_000_000_000));
    }

    private static Secret secret(String text) {
        return Secret.of("test", text.toCharArray());
    }
}
