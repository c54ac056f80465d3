package io.ballast.app.cli.check;

import io.ballast.base.config.Endpoint;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import java.util.Optional;
import java.util.function.Function;

/** Whether a node answers, and for the right chain. */
final class NodeCheck {
    private NodeCheck() {}

    /** @param chain to go on with; empty if the node is of no use */
    record Found(CheckLine line, Optional<ChainReader> chain) {}

    static Found of(Endpoint node, Function<String, ChainReader> connect, long expected) {
        try {
            ChainReader chain = connect.apply(node.reveal().toString());
            long actual = chain.chainId();
            if (actual != expected) {
                String found = node + " is on chain " + actual + ", expected " + expected;
                return failed(found, "correct rpc.urls or the strategy's network");
            }
            BlockHeader head = chain.head();
            return new Found(
                    CheckLine.ok(
                            "rpc",
                            node + " chain " + actual + ", head " + head.ref().number()),
                    Optional.of(chain));
        } catch (ChainException e) {
            return failed(node + ": " + e.getMessage(), "is it running, and is the address right?");
        }
    }

    private static Found failed(String found, String remedy) {
        return new Found(CheckLine.fail("rpc", found, remedy), Optional.empty());
    }
}
