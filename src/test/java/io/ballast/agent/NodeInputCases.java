package io.ballast.agent;

import static io.ballast.agent.BadInputCase.accepted;
import static io.ballast.agent.BadInputCase.refused;
import static io.ballast.agent.ConfigSandbox.AGENT;
import static io.ballast.agent.ConfigSandbox.NETWORK;

import java.util.List;

/** What files can say wrongly about nodes and the behaviour of a chain. */
final class NodeInputCases {
    private static final String URLS = "urls: [\"${RPC_A}\"]";
    private static final String RPC = "rpc:";
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
                refused("websockets alone", "they serve heads alone", AGENT, URLS, "urls: [\"wss://rpc.example/\"]"),
                refused("quorum of more nodes than there are", "nothing could ever be read", AGENT, LAG, "quorum: 2"),
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
                accepted(
                        "relay on a chain with a public pool",
                        "swaps are hidden there",
                        AGENT,
                        RPC,
                        "execution:\n  relay: {urls: [\"https://rpc.flashbots.net/fast\"]}\n" + RPC),
                new BadInputCase(
                        "relay where one sequencer takes everything",
                        true,
                        "there is no public pool to hide from",
                        sandbox -> sandbox.edit(NETWORK, REPLACEABLE, "replaceable: false\nordering: first_come")
                                .edit(
                                        AGENT,
                                        RPC,
                                        "execution:\n  relay: {urls: [\"https://rpc.flashbots.net/fast\"]}\n" + RPC)),
                refused(
                        "relay without a name",
                        "swaps would be shown to everybody",
                        AGENT,
                        RPC,
                        "execution:\n  relay: {urls: []}\n" + RPC),
                refused(
                        "relay over a websocket",
                        "relays take requests",
                        AGENT,
                        RPC,
                        "execution:\n  relay: {urls: [\"wss://rpc.flashbots.net/\"]}\n" + RPC),
                refused(
                        "relay that gives up at once",
                        "nothing would be hidden",
                        AGENT,
                        RPC,
                        "execution:\n  relay: {urls: [\"https://rpc.flashbots.net/\"], public_after: 0 blocks}\n"
                                + RPC),
                refused(
                        "more is offered after no block",
                        "it would be offered before anyone could take it",
                        AGENT,
                        RPC,
                        "execution: {raise_after: 0 blocks}\n" + RPC),
                refused(
                        "no budget for a transaction",
                        "not even the first offer",
                        AGENT,
                        RPC,
                        "execution: {max_raise_factor: 0}\n" + RPC),
                refused("retries without end", "each costs gas", AGENT, RPC, "execution: {retries: 100}\n" + RPC),
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
