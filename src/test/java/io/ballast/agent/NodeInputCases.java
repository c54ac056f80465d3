package io.ballast.agent;

import static io.ballast.agent.BadInputCase.accepted;
import static io.ballast.agent.BadInputCase.refused;
import static io.ballast.agent.ConfigSandbox.AGENT;
import static io.ballast.agent.ConfigSandbox.NETWORK;

import java.util.List;

/** What files can say wrongly about nodes and the behaviour of a chain. */
final class NodeInputCases {
    private static final String URLS = "urls: [\"${RPC_A}\"]";
    private static final String LAG = "max_head_lag: 30s";
    private static final String REPLACEABLE = "replaceable: true";

    private NodeInputCases() {}

    static List<BadInputCase> all() {
        return List.of(
                accepted(
                        "websocket beside an http node",
                        "it announces heads",
                        AGENT,
                        URLS,
                        "urls: [\"${RPC_A}\", \"wss://rpc.example/\"]"),
                refused(
                        "websockets alone",
                        "they serve heads alone",
                        AGENT,
                        URLS,
                        "urls: [\"wss://rpc.example/\"]"),
                refused(
                        "quorum of more nodes than there are",
                        "nothing could ever be read",
                        AGENT,
                        LAG,
                        "quorum: 2"),
                refused(
                        "quorum that counts a websocket",
                        "it answers no reads",
                        AGENT,
                        URLS,
                        "urls: [\"${RPC_A}\", \"wss://rpc.example/\"]\n  quorum: 2"),
                refused("quorum of none", "none is no answer", AGENT, LAG, "quorum: 0"),
                refused("no calls a second", "nothing could ever be read", AGENT, LAG, "max_per_second: 0"),
                refused("no block behind", "every second node would be stale", AGENT, LAG, "max_blocks_behind: 0"),
                refused(
                        "fee bumps where the first comes first",
                        "they would buy nothing",
                        NETWORK,
                        REPLACEABLE,
                        REPLACEABLE + "\nordering: first_come"),
                refused(
                        "sequencer feed that is a token",
                        "a contract has one part to play",
                        NETWORK,
                        REPLACEABLE,
                        REPLACEABLE + "\nsequencer_feed: \"0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48\""),
                refused(
                        "unknown order of transactions",
                        "a typing mistake",
                        NETWORK,
                        REPLACEABLE,
                        REPLACEABLE + "\nordering: fair"));
    }
}
