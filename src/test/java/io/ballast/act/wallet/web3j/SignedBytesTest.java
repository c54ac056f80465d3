package io.ballast.act.wallet.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Wei;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;

class SignedBytesTest {
    private static final Signer SIGNER = Signers.first();

    @Test
    void findsWhatWasSignedAndByWhom() {
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            UnsignedTransaction asked = random(random);
            SignedTransaction signed = SIGNER.sign(asked);
            SignedBytes.Opened opened = SignedBytes.open(signed.raw());
            assertThat(opened.signed()).isEqualTo(signed);
            assertThat(opened.sender()).isEqualTo(SIGNER.address());
        }
    }

    @Test
    void noChangedByteIsTakenForTheAccountsTransaction() {
        byte[] raw = SIGNER.sign(random(new Random(5))).raw().toArray();
        for (int i = 0; i < raw.length; i++) {
            byte[] changed = raw.clone();
            changed[i] ^= 1;
            assertThat(isTheAccounts(Bytes.of(changed))).as("byte %s", i).isFalse();
        }
    }

    @Test
    void refusesCutAndPaddedBytes() {
        byte[] raw = SIGNER.sign(random(new Random(6))).raw().toArray();
        for (int length = 0; length < raw.length; length++) {
            refuses(Bytes.of(Arrays.copyOf(raw, length)));
        }
        refuses(Bytes.of(Arrays.copyOf(raw, raw.length + 1)));
    }

    /** The mirrored signature recovers the same sender, under another hash. */
    @Test
    void refusesTheOtherSignatureOfTheSameTransaction() throws Exception {
        UnsignedTransaction asked = random(new Random(7));
        var form = SignedBytes.form(asked);
        byte[] raw = SIGNER.sign(asked).raw().toArray();
        var signature = ((org.web3j.crypto.SignedRawTransaction)
                        org.web3j.crypto.TransactionDecoder.decode(Bytes.of(raw).hex()))
                .getSignatureData();
        BigInteger high = Sign.CURVE_PARAMS.getN().subtract(new BigInteger(1, signature.getS()));
        byte v = (byte) (signature.getV()[0] == 27 ? 28 : 27);
        var mirrored = new Sign.SignatureData(v, signature.getR(), org.web3j.utils.Numeric.toBytesPadded(high, 32));

        assertThatThrownBy(() -> SignedBytes.open(Bytes.of(TransactionEncoder.encode(form, mirrored))))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("EIP-2");
    }

    private static boolean isTheAccounts(Bytes raw) {
        try {
            return SignedBytes.open(raw).sender().equals(SIGNER.address());
        } catch (SigningException refused) {
            return false;
        }
    }

    private static void refuses(Bytes raw) {
        assertThatThrownBy(() -> SignedBytes.open(raw)).isInstanceOf(SigningException.class);
    }

    private static UnsignedTransaction random(Random random) {
        byte[] data = new byte[random.nextInt(300)];
        random.nextBytes(data);
        byte[] to = new byte[20];
        random.nextBytes(to);
        return new UnsignedTransaction(
                31337,
                random.nextInt(1 << 20),
                Address.of(to),
                new Wei(new BigInteger(random.nextInt(120), random)),
                Bytes.of(data),
                21_000 + random.nextInt(1 << 24),
                new Wei(new BigInteger(60, random).setBit(61)),
                new Wei(new BigInteger(random.nextInt(60), random)));
    }
}
