package io.ballast.lab.devnet.anvil;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Hex;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.anvil.AnvilRpc;
import io.ballast.sense.chain.web3j.RpcCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Sends the devnet's own transactions with nonces and fees fixed beforehand, and mines. All methods throw
 * {@link io.ballast.sense.chain.ChainException} when anvil refuses. Thread-safe.
 */
public final class DevChain {
    private static final int BATCH = 40;

    private final AnvilRpc rpc;
    private final Map<Address, Long> nonces = new HashMap<>();

    public DevChain(AnvilRpc rpc) {
        this.rpc = rpc;
    }

    /** Sets the base fee of the next block and sends transactions that it will hold in this order, ahead of all that offer less. */
    public synchronized void send(List<DevTransaction> transactions, FeeLadder fees) {
        List<RpcCall> calls = new ArrayList<>(transactions.size() + 1);
        calls.add(RpcCall.of(
                "anvil_setNextBlockBaseFeePerGas", Hex.ofQuantity(fees.baseFee().value())));
        for (int i = 0; i < transactions.size(); i++) {
            calls.add(RpcCall.of("eth_sendTransaction", fields(transactions.get(i), fees.maxFee(i), fees.tip(i))));
        }
        for (int from = 0; from < calls.size(); from += BATCH) {
            rpc.batch(calls.subList(from, Math.min(calls.size(), from + BATCH)));
        }
    }

    private Map<String, String> fields(DevTransaction tx, Wei maxFee, Wei tip) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", tx.from().hex());
        tx.to().ifPresent(to -> fields.put("to", to.hex()));
        fields.put("data", tx.data().hex());
        fields.put("value", Hex.ofQuantity(tx.value().value()));
        fields.put("gas", Hex.ofQuantity(tx.gas()));
        fields.put("nonce", Hex.ofQuantity(nonces.merge(tx.from(), 1L, Long::sum) - 1));
        fields.put("maxFeePerGas", Hex.ofQuantity(maxFee.value()));
        fields.put("maxPriorityFeePerGas", Hex.ofQuantity(tip.value()));
        return fields;
    }

    /** Forgets the nonces counted here for those of the chain: after a send that failed half way. */
    public synchronized void recount() {
        nonces.replaceAll((account, counted) -> Hex.quantityLong(
                rpc.call("eth_getTransactionCount", account.hex(), "pending").stringValue()));
    }

    /** Mines one block at a time in whole seconds, later than the last block's. */
    public void mine(Instant time) {
        rpc.mine(time);
    }

    /** Mines one block at anvil's own idea of the time. */
    public void mine() {
        rpc.mine();
    }

    /** Mines every so often from now on. */
    public void mineEvery(Duration blockTime) {
        rpc.call("evm_setIntervalMining", blockTime.toSeconds());
    }

    public BlockHeader head() {
        JsonNode block = rpc.call("eth_getBlockByNumber", "latest", false);
        BlockRef ref = new BlockRef(
                number(block, "number"),
                new Hash32(block.get("hash").stringValue()),
                new Hash32(block.get("parentHash").stringValue()),
                Instant.ofEpochSecond(number(block, "timestamp")));
        Wei baseFee = new Wei(Hex.quantity(block.get("baseFeePerGas").stringValue()));
        return new BlockHeader(ref, baseFee, number(block, "gasUsed"), number(block, "gasLimit"));
    }

    /** Number of transactions that wait, or that wait for one before them. */
    public long waiting() {
        JsonNode pool = rpc.call("txpool_status");
        return number(pool, "pending") + number(pool, "queued");
    }

    /** @throws IllegalStateException naming the first transaction of a block that failed */
    public void requireSuccess(BlockRef block) {
        int index = 0;
        for (JsonNode receipt : rpc.call("eth_getBlockReceipts", block.hash().hex())) {
            if (!receipt.get("status").stringValue().equals("0x1")) {
                throw new IllegalStateException("devnet transaction " + index + " of block " + block.number()
                        + " failed: " + receipt.get("transactionHash").stringValue() + " to " + receipt.get("to"));
            }
            index++;
        }
    }

    /** Limit of every later block, in units of gas. */
    public void gasLimit(long limit) {
        rpc.call("evm_setBlockGasLimit", Hex.ofQuantity(limit));
    }

    public void balance(Address account, Wei coins) {
        rpc.setBalance(account, coins);
    }

    public void code(Address account, Bytes runtime) {
        rpc.setCode(account, runtime);
    }

    private static long number(JsonNode node, String field) {
        return Hex.quantityLong(node.get(field).stringValue());
    }
}
