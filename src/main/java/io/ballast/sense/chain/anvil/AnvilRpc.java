package io.ballast.sense.chain.anvil;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hex;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.web3j.JsonRpc;
import io.ballast.sense.chain.web3j.RpcAnswer;
import io.ballast.sense.chain.web3j.RpcCall;
import io.ballast.sense.chain.web3j.RpcLimits;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Control of an anvil by JSON-RPC: any method, singly or in a batch, and names for the usual ones. Thread-safe. */
public final class AnvilRpc {
    private final JsonRpc rpc;

    public AnvilRpc(URI url) {
        rpc = new JsonRpc(0, url.toString(), RpcLimits.DEFAULT.withWhole(Duration.ofSeconds(60)));
    }

    /**
     * One call.
     *
     * @param params values that Jackson can write: text, numbers, booleans, lists, maps, tree nodes
     * @throws ChainException REFUSED with the node's words, or UNAVAILABLE, or MALFORMED
     */
    public JsonNode call(String method, Object... params) {
        RpcCall call = RpcCall.of(method, params);
        return resultOf(call, rpc.ask(call));
    }

    /** Results in the order of the calls; the first error is thrown. */
    public List<JsonNode> batch(List<RpcCall> calls) {
        List<RpcAnswer> answers = rpc.ask(calls);
        return java.util.stream.IntStream.range(0, calls.size())
                .mapToObj(i -> resultOf(calls.get(i), answers.get(i)))
                .toList();
    }

    /** Mines one block now, at anvil's own idea of the time. */
    public void mine() {
        call("evm_mine");
    }

    /** Mines one block with this timestamp, which must be later than the last block's; whole seconds. */
    public void mine(Instant timestamp) {
        call("evm_mine", Hex.ofQuantity(timestamp.getEpochSecond()));
    }

    /** Mines blocks that many seconds apart. */
    public void mine(long blocks, Duration apart) {
        call("anvil_mine", Hex.ofQuantity(blocks), Hex.ofQuantity(apart.toSeconds()));
    }

    public void setAutomine(boolean on) {
        call("evm_setAutomine", on);
    }

    public void setBalance(Address account, Wei balance) {
        call("anvil_setBalance", account.hex(), Hex.ofQuantity(balance.value()));
    }

    public void setCode(Address account, Bytes runtimeCode) {
        call("anvil_setCode", account.hex(), runtimeCode.hex());
    }

    /** Base fee of the next block, per unit of gas. */
    public void setNextBlockBaseFee(Wei baseFee) {
        call("anvil_setNextBlockBaseFeePerGas", Hex.ofQuantity(baseFee.value()));
    }

    /** Lets anvil accept {@code eth_sendTransaction} from this account without its key. */
    public void impersonate(Address account) {
        call("anvil_impersonateAccount", account.hex());
    }

    /** Remembers the state; the answer is good for one {@link #revert}. */
    public String snapshot() {
        return call("evm_snapshot").stringValue();
    }

    /**
     * @throws ChainException REFUSED if the snapshot is not known or used up
     */
    public void revert(String snapshot) {
        if (!call("evm_revert", snapshot).asBoolean(false)) {
            throw new ChainException(ChainException.Kind.REFUSED, "anvil knows no snapshot " + snapshot);
        }
    }

    /** Replaces the last {@code depth} blocks by empty ones; their transactions are gone, not queued again. */
    public void reorg(int depth) {
        call("anvil_reorg", depth, List.of());
    }

    private static JsonNode resultOf(RpcCall call, RpcAnswer answer) {
        return switch (answer) {
            case RpcAnswer.Result(JsonNode value) -> value;
            case RpcAnswer.Failure(int code, String message, JsonNode data) ->
                throw new ChainException(
                        ChainException.Kind.REFUSED,
                        call.method() + ": " + message + " (" + code + ")" + (data.isMissingNode() ? "" : " " + data));
        };
    }
}
