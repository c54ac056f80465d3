package io.ballast.act.wallet.signer;

import io.ballast.act.wallet.TakeBack;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Wei;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** What a request comes down to for the memory. */
record Ask(long nonce, Hash32 intent, boolean cancels, Wei cost) {
    static Ask of(UnsignedTransaction transaction, Address account) {
        boolean cancels = transaction.data().size() == 0 && TakeBack.is(transaction, account);
        Wei cost = transaction.maxFee().times(transaction.gasLimit());
        return new Ask(transaction.nonce(), intent(transaction), cancels, cost);
    }

    /** Over target, value and calldata, not over fees: a higher fee is the same intent. */
    private static Hash32 intent(UnsignedTransaction transaction) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(transaction.to().bytes());
        out.writeBytes(word(transaction.value().value()));
        out.writeBytes(transaction.data().toArray());
        return Hash32.of(Keccak256.digest(out.toByteArray()));
    }

    private static byte[] word(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] word = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, word, 32 - length, length);
        return word;
    }
}
