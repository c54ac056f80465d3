package io.ballast.act.wallet.web3j;

import io.ballast.act.wallet.KeystoreException;
import io.ballast.base.units.Address;
import java.math.BigInteger;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** A private key of secp256k1 in the form web3j signs with; says nothing of itself. */
final class PrivateKey {
    private final ECKeyPair pair;
    private final Address address;

    private PrivateKey(ECKeyPair pair) {
        this.pair = pair;
        this.address = new Address("0x" + Keys.getAddress(pair));
    }

    /**
     * @param bytes 32, big-endian
     * @param source for messages
     * @throws KeystoreException if the number is not in [1, n−1]
     */
    static PrivateKey of(byte[] bytes, String source) {
        if (!valid(bytes)) {
            throw new KeystoreException(source + ": the private key is not in [1, n-1] of secp256k1");
        }
        return new PrivateKey(ECKeyPair.create(new BigInteger(1, bytes)));
    }

    static boolean valid(byte[] bytes) {
        BigInteger scalar = new BigInteger(1, bytes);
        return bytes.length == 32 && scalar.signum() > 0 && scalar.compareTo(Sign.CURVE_PARAMS.getN()) < 0;
    }

    Address address() {
        return address;
    }

    ECKeyPair pair() {
        return pair;
    }

    @Override
    public String toString() {
        return "the key of " + address;
    }
}
