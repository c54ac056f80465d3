package io.ballast.agent;

import static io.ballast.agent.BadInputCase.accepted;
import static io.ballast.agent.BadInputCase.refused;
import static io.ballast.agent.ConfigSandbox.NETWORK;
import static io.ballast.agent.ConfigSandbox.STRATEGY;

import java.util.List;

/** What a file can say wrongly about a pool. */
final class PoolInputCases {
    private static final String VENUE = "venue: uniswap-v3";
    private static final String CONTRACTS = "contracts:\n";

    private static final String UNIVERSAL =
            "  universal_router: {address: \"0x66a9893cC07D91D95644AEDD05D03f95e1dBA8Af\", version: 2.0.0}\n";

    private static final String PERMIT2 = "  permit2: \"0x000000000022D473030F116dDEE9F6B43aC78BA3\"\n";

    private static final String FEE = "    fee: 5bps\n";
    private static final String MULTICALL = "  multicall3: ";
    private static final String VAULT =
            "  balancer_vault: \"0xBA12222222228d8Ba445958a75a0704d566BF2C8\"\n" + MULTICALL;
    private static final String V4 = "venue: uniswap-v4";
    private static final String MANAGER =
            "  pool_manager: \"0x88e6A0c2dDD26FEEb64F039a2c41296FcB3f5640\"\n" + MULTICALL;
    private static final String FACTORY =
            "  solidly_factory: \"0x420DD381b31aEf6683db6B902084cB0FFECe40Da\"\n" + MULTICALL;
    private static final String POOL_ID =
            "    pool_id: \"0x88e6a0c2ddd26feeb64f039a2c41296fcb3f5640000200000000000000000014\"\n";
    private static final String V4_QUOTER = "  v4_quoter: \"0x52F0E24D1c21C8A0cB1e5a5dD6198556BD9E1203\"\n" + MANAGER;
    private static final String HOOKS = "    hooks: \"0x0000000000000000000000000000000000040080\"\n";
    private static final String QUOTER = "    quoter: \"0x254cF9E1E6e233aa1AC962CB9B05b2cfeAaE15b0\"\n";

    private PoolInputCases() {}

    static List<BadInputCase> all() {
        return List.of(
                refused("pool without a fee", "a fee is never guessed", NETWORK, FEE, ""),
                refused(
                        "pool of three tokens on Uniswap",
                        "its pools are pairs",
                        NETWORK,
                        "tokens: [WETH, USDC]",
                        "tokens: [WETH, USDC, WETH]"),
                accepted(
                        "Balancer pool",
                        "its id, its vault, and the rest from the chain",
                        NETWORK,
                        balancer -> balancer.replace(VENUE, "venue: balancer-v2")
                                .replace(FEE, POOL_ID)
                                .replace(MULTICALL, VAULT)),
                refused(
                        "Balancer pool without its id",
                        "the vault knows it by no other name",
                        NETWORK,
                        balancer -> balancer.replace(VENUE, "venue: balancer-v2")
                                .replace(FEE, "")
                                .replace(MULTICALL, VAULT)),
                refused(
                        "Balancer pool with the id of another",
                        "the id begins with the pool's address",
                        NETWORK,
                        balancer -> balancer.replace(VENUE, "venue: balancer-v2")
                                .replace(FEE, POOL_ID.replace("0x88", "0x89"))
                                .replace(MULTICALL, VAULT)),
                refused(
                        "Balancer pool without the vault",
                        "its tokens lie there",
                        NETWORK,
                        balancer ->
                                balancer.replace(VENUE, "venue: balancer-v2").replace(FEE, POOL_ID)),
                refused("id of a pool that has none", "it would mean nothing", NETWORK, FEE, FEE + POOL_ID),
                accepted(
                        "Aerodrome pair",
                        "its curve and fee are read from the chain",
                        NETWORK,
                        pair -> pair.replace(VENUE, "venue: aerodrome")
                                .replace(FEE, "")
                                .replace(MULTICALL, FACTORY)),
                refused(
                        "fee of a pool whose fee the chain says",
                        "two truths",
                        NETWORK,
                        pair -> pair.replace(VENUE, "venue: aerodrome").replace(MULTICALL, FACTORY)),
                refused(
                        "Slipstream pool without a quoter",
                        "the node quotes it until its arithmetic is proven",
                        NETWORK,
                        pool -> pool.replace(VENUE, "venue: slipstream").replace(FEE, FEE + "    tick_spacing: 100\n")),
                accepted(
                        "Slipstream pool with a quoter",
                        "the node quotes it",
                        NETWORK,
                        pool -> pool.replace(VENUE, "venue: slipstream")
                                .replace(FEE, FEE + QUOTER + "    tick_spacing: 100\n")),
                refused(
                        "local arithmetic without a proof",
                        "a fork that looks the same need not be",
                        NETWORK,
                        pool -> pool.replace(VENUE, "venue: slipstream")
                                .replace(FEE, FEE + "    tick_spacing: 100\n    arithmetic: local\n")),
                accepted(
                        "local arithmetic with a proof",
                        "verify-sim compared it",
                        NETWORK,
                        pool -> pool.replace(VENUE, "venue: slipstream")
                                .replace(
                                        FEE,
                                        FEE + "    tick_spacing: 100\n    arithmetic: local\n"
                                                + "    proven: 2026-01-31@19000000\n")),
                accepted(
                        "Uniswap V4 pool",
                        "its key says which one it is",
                        NETWORK,
                        pool -> pool.replace(VENUE, V4).replace(MULTICALL, MANAGER)),
                refused("Uniswap V4 pool without the manager", "all its pools are in one contract", NETWORK, VENUE, V4),
                refused(
                        "Uniswap V4 pool at an address of its own",
                        "all its pools are in one contract",
                        NETWORK,
                        pool -> pool.replace(VENUE, V4)
                                .replace(
                                        MULTICALL,
                                        MANAGER.replace(
                                                "0x88e6A0c2dDD26FEEb64F039a2c41296FcB3f5640",
                                                "0xBA12222222228d8Ba445958a75a0704d566BF2C8"))),
                refused(
                        "Uniswap V4 pool with the id of another",
                        "fee, spacing or hooks are not what was meant",
                        NETWORK,
                        pool -> pool.replace(VENUE, V4)
                                .replace(FEE, FEE + POOL_ID)
                                .replace(MULTICALL, MANAGER)),
                refused(
                        "dynamic fee that nobody sets",
                        "only hooks can set it",
                        NETWORK,
                        pool -> pool.replace(VENUE, V4)
                                .replace(FEE, "    fee: dynamic\n    tick_spacing: 60\n")
                                .replace(MULTICALL, MANAGER)),
                refused(
                        "hooks that act in swaps, without a V4Quoter",
                        "no arithmetic of ours knows what they do",
                        NETWORK,
                        pool -> pool.replace(VENUE, V4)
                                .replace(FEE, FEE + HOOKS)
                                .replace(MULTICALL, MANAGER)),
                accepted(
                        "hooks that act in swaps, with a V4Quoter",
                        "the node quotes the pool, and it is not traded",
                        NETWORK,
                        pool -> pool.replace(VENUE, V4)
                                .replace(FEE, FEE + HOOKS)
                                .replace(MULTICALL, V4_QUOTER)),
                refused(
                        "hooks that act in swaps by local arithmetic without a proof",
                        "what a hook does to a swap is not guessed",
                        NETWORK,
                        pool -> pool.replace(VENUE, V4)
                                .replace(FEE, FEE + HOOKS + "    arithmetic: local\n")
                                .replace(MULTICALL, V4_QUOTER)),
                accepted(
                        "Uniswap V4 pool of the native coin",
                        "the coin counts as its wrapper",
                        NETWORK,
                        pool -> pool.replace(VENUE, V4)
                                .replace("tokens: [WETH, USDC]", "tokens: [ETH, USDC]")
                                .replace(MULTICALL, MANAGER)),
                refused(
                        "Uniswap V4 pool of the native coin and its wrapper",
                        "they are one asset",
                        NETWORK,
                        pool -> pool.replace(VENUE, V4)
                                .replace("tokens: [WETH, USDC]", "tokens: [ETH, WETH]")
                                .replace(MULTICALL, MANAGER)),
                refused(
                        "pool of the native coin at Uniswap V3",
                        "its pools hold the wrapper",
                        NETWORK,
                        "tokens: [WETH, USDC]",
                        "tokens: [ETH, USDC]"),
                refused(
                        "TickLens at the address of Multicall3",
                        "a contract has one part to play",
                        NETWORK,
                        MULTICALL,
                        "  tick_lens: \"0xcA11bde05977b3631167028862bE2a173976CA11\"\n" + MULTICALL),
                refused(
                        "dynamic fee at Uniswap V3",
                        "its fees are fixed",
                        NETWORK,
                        FEE,
                        "    fee: dynamic\n    tick_spacing: 60\n"),
                refused(
                        "proof on no day",
                        "a slip of the pen",
                        NETWORK,
                        FEE,
                        FEE + "    proven: 2026-02-31@19000000\n"),
                refused(
                        "venue without its router",
                        "nothing would carry its swaps out",
                        STRATEGY,
                        "venues: [uniswap-v3]",
                        "venues: [uniswap-v3, sushiswap-v2]"),
                refused(
                        "Universal Router without its version",
                        "versions differ in their calldata",
                        NETWORK,
                        CONTRACTS,
                        CONTRACTS + UNIVERSAL.replace(", version: 2.0.0", "") + PERMIT2),
                refused(
                        "Universal Router of a version that is not proven",
                        "versions differ in their calldata",
                        NETWORK,
                        CONTRACTS,
                        CONTRACTS + UNIVERSAL.replace("2.0.0", "2.1.1") + PERMIT2),
                refused(
                        "Universal Router without Permit2",
                        "nobody could pay it",
                        NETWORK,
                        CONTRACTS,
                        CONTRACTS + UNIVERSAL),
                refused(
                        "Permit2 that is the router",
                        "an approval would go to the wrong one",
                        NETWORK,
                        CONTRACTS,
                        CONTRACTS + "  permit2: \"0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45\"\n"),
                refused(
                        "V2 router of an exchange that has none",
                        "its pools are of another kind",
                        NETWORK,
                        CONTRACTS,
                        CONTRACTS + "  v2_routers: {uniswap-v3: \"0xd9e1cE17f2641f24aE83637ab66a2cca9C378B9F\"}\n"),
                refused(
                        "venue that cannot be traded",
                        "no calldata for its router",
                        STRATEGY,
                        "venues: [uniswap-v3]",
                        "venues: [uniswap-v3, curve]"));
    }
}
