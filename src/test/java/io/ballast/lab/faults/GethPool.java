package io.ballast.lab.faults;

import io.ballast.base.units.Hash32;
import io.ballast.base.units.Hex;
import io.ballast.base.units.Keccak256;
import io.ballast.sense.chain.anvil.AnvilRpc;
import io.ballast.sense.chain.proxy.Ask;
import io.ballast.sense.chain.proxy.Fault;
import io.ballast.sense.chain.proxy.Reply;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The transaction pool of go-ethereum for one account, in front of anvil's: a transaction whose bid falls below the base fee is
 * kept and offered again when the fee falls, a replacement must bid 10 % more in both fees, what a reorganisation takes back
 * goes back into the pool, and nonces ahead of their turn wait. anvil does none of these.
 */
final class GethPool implements Fault {
    private static final BigInteger TEN = BigInteger.TEN;
    private final AnvilRpc anvil;
    private final Map<Long, Waiting> waiting = new TreeMap<>();
    private boolean holds;

    private record Waiting(Hash32 hash, String raw, String from, BigInteger maxFee, BigInteger tip) {}

    GethPool(AnvilRpc anvil) {
        this.anvil = anvil;
    }

    /** Keeps everything from the miners, as when nobody includes it. */
    synchronized GethPool holdBack(boolean on) {
        holds = on;
        return this;
    }

    /** Forgets everything, as a node that restarts without a journal of its pool. */
    synchronized void wipe() {
        waiting.clear();
        anvil.call("anvil_dropAllTransactions");
    }

    synchronized int size() {
        forgetMined();
        return waiting.size();
    }

    /** To be called before each block: hands anvil what a miner would take. */
    synchronized void offer() {
        forgetMined();
        if (holds) {
            return;
        }
        for (Waiting tx : List.copyOf(waiting.values())) {
            try {
                anvil.call("eth_sendRawTransaction", tx.raw());
            } catch (io.ballast.sense.chain.ChainException e) {
                // In anvil's pool already, or below the base fee: it stays here, which is the point.
            }
        }
    }

    @Override
    public synchronized Reply answer(Ask ask, Behind behind) {
        if (ask.asks("eth_sendRawTransaction")) {
            ObjectNode call = ask.calls().getFirst();
            String result = take(Ask.param(call, 0).stringValue());
            return Reply.of("{\"jsonrpc\":\"2.0\",\"id\":" + call.get("id") + "," + result + "}");
        }
        if (ask.asks("eth_getTransactionByHash")) {
            return behind.ask(ask).each(ask, this::known);
        }
        return behind.ask(ask);
    }

    private ObjectNode known(ObjectNode call, ObjectNode answer) {
        String hash = Ask.param(call, 0).asString("");
        boolean here = waiting.values().stream().anyMatch(tx -> tx.hash().hex().equalsIgnoreCase(hash));
        if (Ask.method(call).equals("eth_getTransactionByHash")
                && answer.path("result").isNull()
                && here) {
            answer.putObject("result").put("hash", hash).putNull("blockNumber").putNull("blockHash");
        }
        return answer;
    }

    private String take(String raw) {
        SignedRawTransaction signed = (SignedRawTransaction) TransactionDecoder.decode(raw);
        Transaction1559 fees = (Transaction1559) signed.getTransaction();
        Hash32 hash = Hash32.of(Keccak256.digest(Hex.decode(raw)));
        String from = sender(signed);
        long nonce = signed.getNonce().longValueExact();
        Waiting next = new Waiting(hash, raw, from, fees.getMaxFeePerGas(), fees.getMaxPriorityFeePerGas());
        Waiting earlier = waiting.get(nonce);
        if (nonce < minedNonce(from)) {
            return error("nonce too low: next nonce " + minedNonce(from) + ", tx nonce " + nonce);
        }
        if (earlier != null && earlier.hash().equals(hash)) {
            return error("already known");
        }
        if (earlier != null && (tooClose(next.maxFee(), earlier.maxFee()) || tooClose(next.tip(), earlier.tip()))) {
            return error("replacement transaction underpriced");
        }
        waiting.put(nonce, next);
        return "\"result\":\"" + hash.hex() + "\"";
    }

    private static boolean tooClose(BigInteger next, BigInteger earlier) {
        return next.multiply(TEN).compareTo(earlier.multiply(BigInteger.valueOf(11))) < 0;
    }

    private static String error(String message) {
        return "\"error\":{\"code\":-32000,\"message\":\"" + message + "\"}";
    }

    private static String sender(SignedRawTransaction signed) {
        try {
            return signed.getFrom();
        } catch (java.security.SignatureException e) {
            throw new IllegalStateException("a transaction without a sender", e);
        }
    }

    private long minedNonce(String from) {
        return Hex.quantityLong(
                anvil.call("eth_getTransactionCount", from, "latest").stringValue());
    }

    /** What is mined stays known here until its nonce is used up for good: a reorganisation brings it back. */
    private void forgetMined() {
        List<Long> gone = new ArrayList<>();
        waiting.forEach((nonce, tx) -> {
            JsonNode receipt = anvil.call("eth_getTransactionReceipt", tx.hash().hex());
            boolean other = receipt.isNull() && nonce < minedNonce(tx.from());
            if (other || buried(receipt)) {
                gone.add(nonce);
            }
        });
        gone.forEach(waiting::remove);
    }

    private boolean buried(JsonNode receipt) {
        if (receipt.isNull()) {
            return false;
        }
        long head = Hex.quantityLong(anvil.call("eth_blockNumber").stringValue());
        return head - Hex.quantityLong(receipt.get("blockNumber").stringValue()) > 10;
    }
}
