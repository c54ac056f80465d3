package io.ballast.sense.chain.web3j;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Hex;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads of block headers on one endpoint. */
final class Headers {
    private Headers() {}

    static BlockHeader newest(JsonRpc rpc) {
        return parse(Results.present(rpc, RpcCall.of("eth_getBlockByNumber", "latest", false)));
    }

    /** Known and canonical, else empty: nodes go on serving blocks by hash after a reorganisation. */
    static Optional<BlockHeader> canonical(JsonRpc rpc, Hash32 hash) {
        JsonNode found = Results.any(rpc, RpcCall.of("eth_getBlockByHash", hash.hex(), false));
        if (found.isNull()) {
            return Optional.empty();
        }
        BlockHeader header = parse(found);
        if (!header.ref().hash().equals(hash)) {
            throw Fields.malformed(rpc + ": asked for block " + hash + ", got " + header.ref());
        }
        JsonNode atNumber = Results.any(rpc, byNumber(header.ref().number()));
        return !atNumber.isNull() && parse(atNumber).ref().hash().equals(hash) ? Optional.of(header) : Optional.empty();
    }

    static List<BlockHeader> atNumbers(JsonRpc rpc, List<Long> numbers) {
        List<RpcAnswer> answers =
                rpc.ask(numbers.stream().map(Headers::byNumber).toList());
        List<BlockHeader> headers = new ArrayList<>(numbers.size());
        for (int i = 0; i < answers.size(); i++) {
            headers.add(atNumber(rpc, numbers.get(i), Results.any(rpc, "eth_getBlockByNumber", answers.get(i))));
        }
        return headers;
    }

    /**
     * @throws ChainException UNKNOWN_BLOCK if the node has no block of that number
     */
    static BlockHeader atNumber(JsonRpc rpc, long number, JsonNode result) {
        if (result.isNull()) {
            throw new ChainException(ChainException.Kind.UNKNOWN_BLOCK, rpc + ": knows no block " + number);
        }
        BlockHeader header = parse(result);
        if (header.ref().number() != number) {
            throw Fields.malformed(rpc + ": asked for block " + number + ", got " + header.ref());
        }
        return header;
    }

    static RpcCall byNumber(long number) {
        return RpcCall.of("eth_getBlockByNumber", Hex.ofQuantity(number), false);
    }

    static BlockHeader parse(JsonNode result) {
        Fields block = new Fields(result, "block");
        BlockRef ref = new BlockRef(
                block.number("number"), block.hash("hash"), block.hash("parentHash"), time(block.number("timestamp")));
        return new BlockHeader(ref, block.wei("baseFeePerGas"), block.number("gasUsed"), block.number("gasLimit"));
    }

    private static Instant time(long seconds) {
        if (seconds > Instant.MAX.getEpochSecond()) {
            throw Fields.malformed("block.timestamp is out of range");
        }
        return Instant.ofEpochSecond(seconds);
    }
}
