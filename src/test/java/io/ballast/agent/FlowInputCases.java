package io.ballast.agent;

import static io.ballast.agent.ConfigSandbox.AGENT;

import java.util.List;

/** What a file can say wrongly about money that comes and goes by itself, and about coins for gas. */
final class FlowInputCases {
    private static final String RESERVE = "  reserve: 0.02 ETH\n";
    private static final String RPC = "rpc:\n";

    private FlowInputCases() {}

    static List<BadInputCase> all() {
        return List.of(
                topUp("top-up from another token", "only the wrapped coin can be unwrapped", "USDC", "0.03 ETH"),
                topUp("top-up to less than the reserve", "coins would run low at once", "WETH", "0.01 ETH"),
                flows(
                        "deposits from the account itself",
                        "nothing comes in by that",
                        "deposits_from: [\"0x627306090abaB3A6e1400e9345bC60c78a8BEf57\"]"),
                flows(
                        "deposits from a token",
                        "what contracts send is a trade or an airdrop",
                        "deposits_from: [\"0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2\"]"),
                flows("inflows that halt", "anybody could halt the agent by sending dust", "unexpected_in: halt"),
                flows("outflows that do not halt", "somebody has the key", "unexpected_out: deposit"),
                flows("books never compared", "zero blocks is no distance", "reconcile_every: 0"));
    }

    private static BadInputCase topUp(String name, String why, String from, String to) {
        String topUp = RESERVE + "  top_up: {from: " + from + ", to: " + to + ", max_per_day: 0.05 ETH}\n";
        return new BadInputCase(name, true, why, sandbox -> sandbox.edit(AGENT, RESERVE, topUp));
    }

    private static BadInputCase flows(String name, String why, String key) {
        return new BadInputCase(name, true, why, sandbox -> sandbox.edit(AGENT, RPC, "flows: {" + key + "}\n" + RPC));
    }
}
