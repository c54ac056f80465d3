package io.ballast.act.wallet.web3j;

import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Wei;
import java.math.BigInteger;
import java.security.SignatureException;
import java.util.Arrays;
import org.web3j.crypto.Keys;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.crypto.transaction.type.ITransaction;
import org.web3j.crypto.transaction.type.Transaction1559;

/** Takes signed bytes apart and finds out who signed them. */
public final class SignedBytes {
    private static final byte EIP_1559 = 2;
    private static final BigInteger HALF_ORDER = Sign.CURVE_PARAMS.getN().shiftRight(1);

    private SignedBytes() {}

    /**
     * What was signed, and by whom.
     *
     * @param sender recovered from the signature
     */
    public record Opened(SignedTransaction signed, Address sender) {}

    /**
     * Opens an EIP-1559 transaction. Bytes that say the same in another form are refused too: nodes would know them by another
     * hash, or not at all.
     *
     * @throws SigningException if the bytes are anything else than one such transaction in canonical form
     */
    public static Opened open(Bytes raw) {
        try {
            return opened(raw);
        } catch (SigningException e) {
            throw e;
        } catch (RuntimeException | SignatureException e) {
            throw new SigningException("no signed transaction: " + e.getClass().getSimpleName());
        }
    }

    /**
     * Proves that bytes from elsewhere are the transaction that was asked for, signed by the account.
     *
     * @throws SigningException if they are anything else
     */
    public static SignedTransaction proven(UnsignedTransaction asked, Address account, Bytes raw) {
        Opened opened = open(raw);
        require(opened.signed().unsigned().equals(asked), "the signer signed another transaction than it was asked to");
        require(opened.sender().equals(account), "the signer signed with the key of " + opened.sender());
        return opened.signed();
    }

    /** The bytes whose hash is signed. */
    public static Bytes unsigned(UnsignedTransaction transaction) {
        return Bytes.of(TransactionEncoder.encode(form(transaction)));
    }

    /**
     * The transaction with a signature that came from elsewhere.
     *
     * @param signature 65 bytes: r, s, and v as 0, 1, 27 or 28
     * @throws SigningException if it is not the account's signature of this transaction
     */
    public static SignedTransaction joined(UnsignedTransaction transaction, Address account, Bytes signature) {
        byte[] bytes = signature.toArray();
        require(bytes.length == 65, "a signature has 65 bytes, this has " + bytes.length);
        byte v = (byte) (bytes[64] < 27 ? bytes[64] + 27 : bytes[64]);
        require(v == 27 || v == 28, "no signature of an EIP-1559 transaction");
        Sign.SignatureData data =
                new Sign.SignatureData(v, Arrays.copyOfRange(bytes, 0, 32), Arrays.copyOfRange(bytes, 32, 64));
        return proven(transaction, account, Bytes.of(TransactionEncoder.encode(form(transaction), data)));
    }

    private static Opened opened(Bytes raw) throws SignatureException {
        byte[] bytes = raw.toArray();
        require(bytes.length > 0 && bytes[0] == EIP_1559, "no EIP-1559 transaction");
        if (!(TransactionDecoder.decode(raw.hex()) instanceof SignedRawTransaction decoded)
                || !(decoded.getTransaction() instanceof Transaction1559 transaction)) {
            throw new SigningException("no signed EIP-1559 transaction");
        }
        require(transaction.getAccessList().isEmpty(), "an access list nobody asked for");
        UnsignedTransaction unsigned = unsigned(transaction);
        RawTransaction same = form(unsigned);
        Sign.SignatureData signature = decoded.getSignatureData();
        require(Arrays.equals(TransactionEncoder.encode(same, signature), bytes), "not in canonical form");
        require(new BigInteger(1, signature.getS()).compareTo(HALF_ORDER) <= 0, "a signature nodes refuse (EIP-2)");
        byte[] hash = Keccak256.digest(TransactionEncoder.encode(same));
        Address sender = new Address("0x" + Keys.getAddress(Sign.signedMessageHashToKey(hash, signature)));
        return new Opened(new SignedTransaction(unsigned, raw, Hash32.of(Keccak256.digest(bytes))), sender);
    }

    /** In web3j's form. */
    static RawTransaction form(UnsignedTransaction transaction) {
        return RawTransaction.createTransaction(
                transaction.chainId(),
                BigInteger.valueOf(transaction.nonce()),
                BigInteger.valueOf(transaction.gasLimit()),
                transaction.to().hex(),
                transaction.value().value(),
                transaction.data().hex(),
                transaction.maxTip().value(),
                transaction.maxFee().value());
    }

    private static UnsignedTransaction unsigned(Transaction1559 transaction) {
        ITransaction common = transaction;
        String data = common.getData();
        return new UnsignedTransaction(
                transaction.getChainId(),
                common.getNonce().longValueExact(),
                new Address(common.getTo()),
                new Wei(common.getValue()),
                Bytes.parse(data.startsWith("0x") ? data : "0x" + data),
                common.getGasLimit().longValueExact(),
                new Wei(transaction.getMaxFeePerGas()),
                new Wei(transaction.getMaxPriorityFeePerGas()));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new SigningException(otherwise);
        }
    }
}
