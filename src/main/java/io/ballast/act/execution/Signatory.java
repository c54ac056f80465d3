package io.ballast.act.execution;

import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Wei;
import java.time.Instant;

/** Signs attempts; each is durable before anyone else sees its bytes. Used by one thread. */
public final class Signatory {
    private final long chainId;
    private final Signer signer;
    private final Logbook log;

    /** @param chainId signed into every transaction */
    public Signatory(long chainId, Signer signer, Logbook log) {
        this.chainId = chainId;
        this.signer = signer;
        this.log = log;
    }

    /** The first attempt of an intent. */
    void first(String intentId, long nonce, TransactionEngine.Call call) {
        sign(
                intentId,
                new UnsignedTransaction(
                        chainId,
                        nonce,
                        call.to(),
                        call.value(),
                        call.data(),
                        call.gasLimit(),
                        call.maxFee(),
                        call.maxTip()),
                call.deadline(),
                false);
    }

    /**
     * A first attempt that only uses the nonce up, because bytes of an earlier intent were signed for it: a nonce never carries
     * two intents, even where the earlier one was refused.
     */
    void useUp(String intentId, long nonce, TransactionEngine.Call call) {
        sign(intentId, nothing(nonce, call.gasLimit(), new Fees(call.maxFee(), call.maxTip())), call.deadline(), true);
    }

    /** The same call at the same nonce, for more: its least amount and its deadline are part of the data and stay. */
    void replace(IntentPlanned planned, IntentSigned last, Wei value, Fees fees) {
        sign(
                last.intentId(),
                new UnsignedTransaction(
                        chainId,
                        last.nonce(),
                        planned.target(),
                        value,
                        planned.data(),
                        last.gasLimit(),
                        fees.max(),
                        fees.tip()),
                last.deadline(),
                false);
    }

    /**
     * A transfer of nothing to oneself at the same nonce. Its gas limit is the call's: what is not used is not paid, and on some
     * rollups the limit must hold the fee for the data.
     */
    void cancel(IntentSigned last, Fees fees) {
        sign(last.intentId(), nothing(last.nonce(), last.gasLimit(), fees), last.deadline(), true);
    }

    private UnsignedTransaction nothing(long nonce, long gasLimit, Fees fees) {
        return new UnsignedTransaction(
                chainId, nonce, signer.address(), Wei.ZERO, Bytes.EMPTY, gasLimit, fees.max(), fees.tip());
    }

    private void sign(String intentId, UnsignedTransaction unsigned, Instant deadline, boolean cancels) {
        SignedTransaction signed = signer.sign(unsigned);
        log.append(new IntentSigned(
                intentId,
                unsigned.nonce(),
                signed.hash(),
                signed.raw(),
                unsigned.gasLimit(),
                unsigned.maxFee(),
                unsigned.maxTip(),
                deadline,
                cancels));
    }
}
