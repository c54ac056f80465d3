package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Hex;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.chain.SimulatedTx;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * {@code eth_simulateV1} of one block. Validation is off: fees, nonces and signatures are other classes' matter, and a
 * simulation must not fail for the want of gas money that an earlier step will bring.
 */
final class Simulation {
    private static final String METHOD = "eth_simulateV1";
    private static final int INVALID_PARAMS = -32602;
    private static final int REVERT_DEPTH = 2;
    private final JsonRpc rpc;
    private final Hash32 at;
    private final List<SimulatedTx> transactions;

    Simulation(JsonRpc rpc, Hash32 at, List<SimulatedTx> transactions) {
        this.rpc = rpc;
        this.at = at;
        this.transactions = transactions;
    }

    List<SimulatedResult> run() {
        RpcAnswer answer = rpc.ask(request(PinnedCalls.block(at)));
        boolean numbersOnly = answer instanceof RpcAnswer.Failure failure && failure.code() == INVALID_PARAMS;
        return numbersOnly ? byNumber() : parse(answer);
    }

    /** For nodes that take no block hash here: by number, with the proof that the number still means that block. */
    private List<SimulatedResult> byNumber() {
        BlockHeader header = Headers.canonical(rpc, at).orElseThrow(this::unknownBlock);
        long number = header.ref().number();
        List<RpcAnswer> answers = rpc.ask(List.of(request(Hex.ofQuantity(number)), Headers.byNumber(number)));
        JsonNode after = Results.any(rpc, "eth_getBlockByNumber", answers.getLast());
        if (!Headers.atNumber(rpc, number, after).ref().hash().equals(at)) {
            throw unknownBlock();
        }
        return parse(answers.getFirst());
    }

    private ChainException unknownBlock() {
        return new ChainException(ChainException.Kind.UNKNOWN_BLOCK, rpc + ": block " + at + " is not canonical");
    }

    private RpcCall request(Object block) {
        List<Map<String, String>> calls =
                transactions.stream().map(Simulation::message).toList();
        Map<String, Object> payload = Map.of(
                "blockStateCalls", List.of(Map.of("calls", calls)), "validation", false, "traceTransfers", false);
        return RpcCall.of(METHOD, payload, block);
    }

    private static Map<String, String> message(SimulatedTx tx) {
        return Map.of(
                "from", tx.from().hex(),
                "to", tx.to().hex(),
                "input", tx.data().hex(),
                "gas", Hex.ofQuantity(tx.gas()),
                "value", Hex.ofQuantity(tx.value().value()));
    }

    private List<SimulatedResult> parse(RpcAnswer answer) {
        JsonNode blocks = Results.present(rpc, METHOD, answer);
        if (!blocks.isArray() || blocks.size() != 1) {
            throw Fields.malformed(rpc + ": " + METHOD + " answered not one block");
        }
        JsonNode calls = new Fields(blocks.get(0), "simulated block").list("calls");
        if (calls.size() != transactions.size()) {
            throw Fields.malformed(rpc + ": " + METHOD + " answered " + calls.size() + " results to "
                    + transactions.size() + " transactions");
        }
        return StreamSupport.stream(calls.spliterator(), false)
                .map(Simulation::result)
                .toList();
    }

    private static SimulatedResult result(JsonNode node) {
        Fields call = new Fields(node, "simulated call");
        boolean succeeded = call.status("status");
        Bytes data = call.bytes("returnData");
        // go-ethereum puts the data of a revert into the error, anvil into returnData.
        Bytes effective = succeeded || data.size() > 0 ? data : Reverts.data(call.optional("error"), REVERT_DEPTH);
        return new SimulatedResult(succeeded, effective, call.number("gasUsed"), Logs.parse(call.list("logs")));
    }
}
