package io.ballast.agent;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Endpoint;
import io.ballast.base.config.Key;
import io.ballast.base.config.Key.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How to reach the chain. */
public record RpcFile(
        @Key(
                value = "Nodes, best first. Those with ws or wss announce heads, the others answer everything.",
                required = true)
        List<Endpoint> urls,

        @Key(value = "When pools are read.", defaultsTo = "on_decision")
        Sync sync,

        @Key(value = "Budget of calls.", effect = Effect.NOT_YET)
        Optional<Integer> maxCallsPerDay,

        @Key(
                value = "Most calls a second to each node, those of a batch counted singly; no bound if left out.",
                min = 1)
        Optional<Integer> maxPerSecond,

        @Key(
                value = "How many nodes must give the same answer to what is read at a block, events, receipts, nonces and"
                        + " the head.",
                defaultsTo = "1",
                min = 1,
                max = 9)
        int quorum,

        @Key("Age of the newest block beyond which nothing is decided; three blocks, at least 10s, if left out.")
        Optional<Duration> maxHeadLag,

        @Key(
                value = "Blocks behind the best node beyond which a node is not used; what fits into max_head_lag, at least 3,"
                        + " if left out.",
                min = 1)
        Optional<Integer> maxBlocksBehind)
        implements Checked {
    /** When pools are read. */
    public enum Sync {
        ON_DECISION,
        EVERY_BLOCK
    }

    @Override
    public void check(Check check) {
        if (sync == Sync.EVERY_BLOCK) {
            check.notYet("sync", Effect.NOT_YET);
        }
        if (urls.isEmpty() && check.clean("urls")) {
            check.problem("urls", "is an empty list, expected at least one node");
        }
        long http = urls.stream().filter(node -> !node.isSocket()).count();
        if (http == 0 && !urls.isEmpty() && check.clean("urls")) {
            check.problem("urls", "has only websocket addresses, expected at least one over http: they serve heads alone");
        } else if (quorum > http && check.clean("urls") && check.clean("quorum")) {
            check.problem("quorum", "is " + quorum + ", but there are " + http + " nodes over http to agree");
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
