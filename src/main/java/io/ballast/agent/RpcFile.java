package io.ballast.agent;

import io.ballast.base.config.Blocks;
import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Endpoint;
import io.ballast.base.config.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How to reach the chain. */
public record RpcFile(
        @Key(
                value = "Nodes, best first. Those with ws or wss announce heads, the others answer everything.",
                required = true)
        List<Endpoint> urls,

        @Key("When pools are read; if left out, on_decision for timeframes of 5m and more, else every_block.")
        Optional<Sync> sync,

        @Key(value = "Most JSON-RPC calls a day; a plan beyond is not begun.", defaultsTo = "20000", min = 1)
        int maxCallsPerDay,

        @Key(
                value = "Most gas of one call; go-ethereum allows 50 million unless told otherwise.",
                defaultsTo = "40000000",
                min = 200000)
        int callGas,

        @Key(value = "With every_block: how far a reorganisation is undone from memory.", defaultsTo = "64 blocks")
        Blocks undo,

        @Key(value = "With every_block: how often what is kept is compared with the chain.", defaultsTo = "100 blocks")
        Blocks auditEvery,

        @Key(
                value = "Most calls a second to each node, those of a batch counted singly; no bound if left out.",
                min = 1)
        Optional<Integer> maxPerSecond,

        @Key(
                value =
                        "How many nodes must give the same answer to what is read at a block, events, receipts, nonces and"
                                + " the head.",
                defaultsTo = "1",
                min = 1,
                max = 9)
        int quorum,

        @Key("Age of the newest block beyond which nothing is decided; three blocks, at least 10s, if left out.")
        Optional<Duration> maxHeadLag,

        @Key(
                value =
                        "Blocks behind the best node beyond which a node is not used; what fits into max_head_lag, at least 3,"
                                + " if left out.",
                min = 1)
        Optional<Integer> maxBlocksBehind)
        implements Checked {
    private static final int LEAST_UNDO = 64;

    /** When pools are read. */
    public enum Sync {
        /** Once for each decision. */
        ON_DECISION,
        /** By the events of each block. */
        EVERY_BLOCK;

        private static final Duration SLOW = Duration.ofMinutes(5);

        /** What suits a timeframe. */
        static Sync of(Duration timeframe) {
            return timeframe.compareTo(SLOW) < 0 ? EVERY_BLOCK : ON_DECISION;
        }
    }

    @Override
    public void check(Check check) {
        if (undo.count() < LEAST_UNDO) {
            check.problem("undo", "is less than the " + LEAST_UNDO + " blocks in which Ethereum becomes final");
        }
        if (auditEvery.count() == 0) {
            check.problem("audit_every", "is zero, expected a number of blocks");
        }
        if (urls.isEmpty() && check.clean("urls")) {
            check.problem("urls", "is an empty list, expected at least one node");
        }
        long http = urls.stream().filter(node -> !node.isSocket()).count();
        if (http == 0 && !urls.isEmpty() && check.clean("urls")) {
            check.problem(
                    "urls", "has only websocket addresses, expected at least one over http: they serve heads alone");
        } else if (quorum > http && check.clean("urls") && check.clean("quorum")) {
            check.problem("quorum", "is " + quorum + ", more than the nodes over http (" + http + ")");
        }
        for (int i = 1; i < urls.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (urls.get(i).reveal().equals(urls.get(j).reveal())) {
                    check.problem("urls[" + i + "]", "is the same node as urls[" + j + "]");
                }
            }
        }
        if (maxHeadLag.filter(Duration::isZero).isPresent()) {
            check.problem("max_head_lag", "is zero, so every block would be stale");
        }
    }
}
