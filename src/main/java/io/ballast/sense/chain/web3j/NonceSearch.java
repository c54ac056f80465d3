package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hex;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.NonceUse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Finds the block in which the account's count of transactions passed a nonce, by halving the range, and in it the transaction.
 * Any node can answer that, where a question by sender and nonce is known to few. On one endpoint.
 */
final class NonceSearch {
    /** Older states are gone from a node that keeps no archive. */
    private static final long REACH = 127;

    private final JsonRpc rpc;
    private final Address account;
    private final long nonce;

    NonceSearch(JsonRpc rpc, Address account, long nonce) {
        this.rpc = rpc;
        this.account = account;
        this.nonce = nonce;
    }

    /** @throws ChainException UNKNOWN_BLOCK if it was used before the blocks that can be searched */
    Optional<NonceUse> find() {
        long head = Headers.newest(rpc).ref().number();
        if (!isUsedAt(head)) {
            return Optional.empty();
        }
        long before = Math.max(0, head - REACH);
        if (isUsedAt(before)) {
            throw new ChainException(
                    ChainException.Kind.UNKNOWN_BLOCK, rpc + ": nonce " + nonce + " was used by block " + before);
        }
        return Optional.of(in(first(before, head)));
    }

    /** @param before not used there; {@code used} there it is */
    private long first(long before, long used) {
        while (used - before > 1) {
            long middle = before + (used - before) / 2;
            if (isUsedAt(middle)) {
                used = middle;
            } else {
                before = middle;
            }
        }
        return used;
    }

    private boolean isUsedAt(long block) {
        RpcCall count = RpcCall.of("eth_getTransactionCount", account.hex(), Hex.ofQuantity(block));
        return Results.text(rpc, count, Hex::quantityLong) > nonce;
    }

    private NonceUse in(long number) {
        JsonNode block = Results.present(rpc, RpcCall.of("eth_getBlockByNumber", Hex.ofQuantity(number), true));
        for (JsonNode entry : new Fields(block, "block").list("transactions")) {
            Fields transaction = new Fields(entry, "transaction");
            if (transaction.address("from").equals(account) && transaction.number("nonce") == nonce) {
                return new NonceUse(transaction.hash("hash"), number);
            }
        }
        // Between the questions the block was replaced, or the node lies.
        throw new ChainException(
                ChainException.Kind.UNAVAILABLE,
                rpc + ": block " + number + " holds no transaction of " + account + " with nonce " + nonce);
    }
}
