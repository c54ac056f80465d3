package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.Receipt;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads of mined and pending transactions on one endpoint. */
final class Receipts {
    private Receipts() {}

    static Optional<Receipt> find(JsonRpc rpc, Hash32 tx) {
        JsonNode result = Results.any(rpc, RpcCall.of("eth_getTransactionReceipt", tx.hex()));
        if (result.isNull()) {
            return Optional.empty();
        }
        Receipt receipt = parse(result);
        if (!receipt.txHash().equals(tx)) {
            throw Fields.malformed(rpc + ": asked for the receipt of " + tx + ", got that of " + receipt.txHash());
        }
        return Optional.of(receipt);
    }

    static boolean knows(JsonRpc rpc, Hash32 tx) {
        JsonNode result = Results.any(rpc, RpcCall.of("eth_getTransactionByHash", tx.hex()));
        if (result.isNull()) {
            return false;
        }
        Hash32 found = new Fields(result, "transaction").hash("hash");
        if (!found.equals(tx)) {
            throw Fields.malformed(rpc + ": asked for transaction " + tx + ", got " + found);
        }
        return true;
    }

    private static Receipt parse(JsonNode result) {
        Fields fields = new Fields(result, "receipt");
        Receipt receipt = new Receipt(
                fields.hash("transactionHash"),
                fields.status("status"),
                fields.number("blockNumber"),
                fields.hash("blockHash"),
                fields.position("transactionIndex"),
                fields.number("gasUsed"),
                fields.wei("effectiveGasPrice"),
                // Only nodes of the OP stack have this field; where it is, it is read as strictly as the others.
                fields.optional("l1Fee").isMissingNode() ? Wei.ZERO : fields.wei("l1Fee"),
                Logs.parse(fields.list("logs")));
        for (LogEntry log : receipt.logs()) {
            if (!log.txHash().equals(receipt.txHash()) || !log.blockHash().equals(receipt.blockHash())) {
                throw Fields.malformed("receipt holds an event of another transaction or block");
            }
        }
        return receipt;
    }
}
