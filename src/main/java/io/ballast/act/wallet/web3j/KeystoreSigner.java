package io.ballast.act.wallet.web3j;

import io.ballast.act.wallet.DevelopmentKeys;
import io.ballast.act.wallet.Keystore;
import io.ballast.act.wallet.KeystoreException;
import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.act.wallet.json.KeystoreJson;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import java.nio.file.Path;
import java.util.Arrays;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.TransactionEncoder;

/** Signs with the key of an encrypted keystore file, for one account on one chain. Thread-safe. */
public final class KeystoreSigner implements Signer {
    private final PrivateKey key;
    private final long chainId;

    private KeystoreSigner(PrivateKey key, long chainId) {
        this.key = key;
        this.chainId = chainId;
    }

    /**
     * Decrypts a keystore. Takes the time and memory of its scrypt parameters: about a second and 256 MiB for the standard ones.
     *
     * @param passphrase stays the caller's to close
     * @param account as configured; the key must be this account's
     * @param chainId the only chain that is signed for
     * @throws KeystoreException in one line if anything is wrong with file, passphrase or key
     */
    public static KeystoreSigner open(Path file, Secret passphrase, Address account, long chainId) {
        Keystore keystore = KeystoreJson.read(file);
        if (!keystore.address().equals(account)) {
            throw new KeystoreException(file + ": is of account " + keystore.address() + ", configured is " + account);
        }
        DevelopmentKeys.refuse(account, chainId);
        return new KeystoreSigner(decrypt(file, keystore, passphrase), chainId);
    }

    static PrivateKey decrypt(Path file, Keystore keystore, Secret passphrase) {
        byte[] bytes = KeyCipher.decrypt(file.toString(), keystore, passphrase);
        try {
            PrivateKey key = PrivateKey.of(bytes, file.toString());
            if (!key.address().equals(keystore.address())) {
                throw new KeystoreException(
                        file + ": holds the key of " + key.address() + ", its address says " + keystore.address());
            }
            return key;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public Address address() {
        return key.address();
    }

    @Override
    public SignedTransaction sign(UnsignedTransaction transaction) {
        requireSane(transaction);
        byte[] signed = TransactionEncoder.signMessage(SignedBytes.form(transaction), Credentials.create(key.pair()));
        return new SignedTransaction(transaction, Bytes.of(signed), Hash32.of(Keccak256.digest(signed)));
    }

    private void requireSane(UnsignedTransaction transaction) {
        require(
                transaction.chainId() == chainId,
                "transaction is for chain " + transaction.chainId() + ", this signer is for " + chainId);
        require(transaction.nonce() >= 0, "nonce must not be negative, was " + transaction.nonce());
        require(transaction.gasLimit() >= 21_000, "gas limit must be at least 21000, was " + transaction.gasLimit());
        require(
                transaction.maxTip().compareTo(transaction.maxFee()) <= 0,
                "tip " + transaction.maxTip() + " exceeds the highest fee " + transaction.maxFee());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new SigningException(otherwise);
        }
    }

    @Override
    public String toString() {
        return "keystore signer of " + address() + " on chain " + chainId;
    }
}
