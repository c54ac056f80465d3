package io.ballast.sense.chain.proxy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hex;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.anvil.AnvilRpc;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes an anvil behind the proxy look like a chain of the OP stack: the GasPriceOracle answers at its address, every
 * transaction pays for its data on top of gas as it is sent, and receipts say how much.
 */
public final class OpStackMode implements Fault {
    public static final Address ORACLE = Address.parse("0x420000000000000000000000000000000000000F");
    private final AnvilRpc anvil;
    private final AtomicReference<Wei> perByte = new AtomicReference<>(Wei.ZERO);

    public OpStackMode(AnvilRpc anvil) {
        this.anvil = anvil;
        TestContract.place(anvil, ORACLE, "OpGasPriceOracle");
        fjord(true);
    }

    /** What a byte of data costs from now on. */
    public OpStackMode dataFee(Wei weiPerByte) {
        perByte.set(weiPerByte);
        TestContract.store(anvil, ORACLE, 0, weiPerByte.value());
        return this;
    }

    /** Whether the oracle knows a bound by size. */
    public OpStackMode fjord(boolean on) {
        TestContract.store(anvil, ORACLE, 1, BigInteger.valueOf(on ? 1 : 0));
        return this;
    }

    @Override
    public Reply answer(Ask ask, Behind behind) {
        return behind.ask(ask).each(ask, this::changed);
    }

    private ObjectNode changed(ObjectNode call, ObjectNode answer) {
        if (Ask.method(call).equals("eth_sendRawTransaction") && answer.has("result")) {
            charge(Ask.param(call, 0).stringValue());
        }
        if (Ask.method(call).equals("eth_getTransactionReceipt")
                && answer.path("result") instanceof ObjectNode receipt) {
            receipt.put(
                            "l1Fee",
                            Hex.ofQuantity(
                                    fee(size(receipt.path("transactionHash").stringValue()))
                                            .value()))
                    .put("l1GasPrice", "0x1")
                    .put("l1GasUsed", "0x640");
        }
        return answer;
    }

    /** As the sequencer does before the first opcode runs. */
    private void charge(String raw) {
        SignedRawTransaction signed = (SignedRawTransaction) TransactionDecoder.decode(raw);
        try {
            Address sender = Address.parse(signed.getFrom());
            Wei before = new Wei(Hex.quantity(
                    anvil.call("eth_getBalance", sender.hex(), "latest").stringValue()));
            anvil.setBalance(sender, before.minus(fee((raw.length() - 2) / 2)));
        } catch (java.security.SignatureException e) {
            throw new IllegalStateException("the node took a transaction without a sender", e);
        }
    }

    private int size(String hash) {
        return (anvil.call("eth_getRawTransactionByHash", hash).stringValue().length() - 2) / 2;
    }

    private Wei fee(int bytes) {
        return perByte.get().times(bytes);
    }
}
