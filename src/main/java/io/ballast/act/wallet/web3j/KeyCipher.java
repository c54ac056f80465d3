package io.ballast.act.wallet.web3j;

import io.ballast.act.wallet.Kdf;
import io.ballast.act.wallet.Keystore;
import io.ballast.act.wallet.KeystoreException;
import io.ballast.act.wallet.Secret;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The encryption of Web3 Secret Storage, version 3, as web3j and geth do it. web3j's own takes the passphrase as a String, which
 * cannot be wiped.
 */
final class KeyCipher {
    private KeyCipher() {}

    /**
     * The private key, 32 bytes; the caller wipes it.
     *
     * @param file for messages
     */
    static byte[] decrypt(String file, Keystore keystore, Secret passphrase) {
        requireMemory(file, keystore.kdf());
        byte[] derived = derive(keystore.kdf(), passphrase);
        byte[] ciphertext = keystore.ciphertext().toArray();
        try {
            if (!MessageDigest.isEqual(mac(derived, ciphertext), keystore.mac().toArray())) {
                throw new KeystoreException(file + ": wrong passphrase, or the file is damaged");
            }
            return aes(Cipher.DECRYPT_MODE, derived, keystore.iv(), ciphertext);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    static Keystore encrypt(byte[] key, Address address, Secret passphrase, Kdf kdf, SecureRandom random) {
        byte[] derived = derive(kdf, passphrase);
        try {
            Bytes iv = random(16, random);
            byte[] ciphertext = aes(Cipher.ENCRYPT_MODE, derived, iv, key);
            Bytes mac = Bytes.of(mac(derived, ciphertext));
            return new Keystore(UUID.randomUUID().toString(), address, kdf, iv, Bytes.of(ciphertext), mac);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    static Bytes random(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    // An OutOfMemoryError would pass every handler of exceptions.
    private static void requireMemory(String file, Kdf kdf) {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (kdf.memory() > free) {
            throw new KeystoreException(file + ": " + kdf + " needs " + (kdf.memory() >> 20) + " MiB of heap, free are "
                    + (free >> 20) + " MiB; start with a larger -Xmx");
        }
    }

    private static byte[] derive(Kdf kdf, Secret passphrase) {
        byte[] text = passphrase.utf8();
        try {
            return switch (kdf) {
                case Kdf.Scrypt s -> SCrypt.generate(text, s.salt().toArray(), s.n(), s.r(), s.p(), Kdf.DERIVED);
                case Kdf.Pbkdf2 p -> pbkdf2(text, p);
            };
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static byte[] pbkdf2(byte[] text, Kdf.Pbkdf2 kdf) {
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
        generator.init(text, kdf.salt().toArray(), kdf.c());
        return ((KeyParameter) generator.generateDerivedParameters(8 * Kdf.DERIVED)).getKey();
    }

    private static byte[] mac(byte[] derived, byte[] ciphertext) {
        byte[] input = Arrays.copyOfRange(derived, 16, 32 + ciphertext.length);
        System.arraycopy(ciphertext, 0, input, 16, ciphertext.length);
        byte[] mac = Keccak256.digest(input);
        Arrays.fill(input, (byte) 0);
        return mac;
    }

    private static byte[] aes(int mode, byte[] derived, Bytes iv, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(derived, 0, 16, "AES"), new IvParameterSpec(iv.toArray()));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES/CTR", e);
        }
    }
}
