package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.SendOutcome;
import tools.jackson.databind.JsonNode;

/** {@code eth_sendRawTransaction}, once, and what became of it. */
final class TransactionSender {
    private final EndpointPool pool;

    TransactionSender(EndpointPool pool) {
        this.pool = pool;
    }

    SendOutcome send(Bytes raw) {
        Hash32 hash = Hash32.of(Keccak256.digest(raw.toArray()));
        try {
            return pool.once(rpc -> outcome(hash, rpc.askOnce(RpcCall.of("eth_sendRawTransaction", raw.hex()))));
        } catch (ChainException e) {
            return new SendOutcome.Unknown(hash.brief() + ": " + e.getMessage());
        }
    }

    private static SendOutcome outcome(Hash32 hash, RpcAnswer answer) {
        return switch (answer) {
            case RpcAnswer.Result(JsonNode value) ->
                value.asString("").equalsIgnoreCase(hash.hex())
                        ? new SendOutcome.Accepted(hash)
                        : new SendOutcome.Unknown("node answered another hash than " + hash);
            case RpcAnswer.Failure(int code, String message, JsonNode ignored) ->
                SendErrors.alreadyKnown(message)
                        ? new SendOutcome.Accepted(hash)
                        : refused(message, message + " (" + code + ")");
        };
    }

    private static SendOutcome refused(String message, String shown) {
        return SendErrors.refusal(message)
                .<SendOutcome>map(reason -> new SendOutcome.Refused(reason, shown))
                .orElseGet(() -> new SendOutcome.Unknown(shown));
    }
}
