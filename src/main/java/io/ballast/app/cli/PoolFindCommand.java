package io.ballast.app.cli;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.market.NetworkFile.Contracts;
import io.ballast.sense.market.PoolDiscovery;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pools of some tokens, as entries for a network file. */
@Command(
        name = "find",
        description = "Find the pools of tokens in Uniswap's factories, as YAML to paste into the network file.",
        footer = {"", "Example:", "  ballast pool find -c config/agent.yaml --tokens WETH,USDC"})
final class PoolFindCommand extends Verb {
    @Mixin
    private final ConfigFile config;

    @Option(
            names = "--tokens",
            paramLabel = "A,B",
            required = true,
            split = ",",
            description = "Symbols of the network file, two or more.")
    private List<String> symbols = List.of();

    PoolFindCommand(Environment environment) {
        super(environment);
        this.config = new ConfigFile(environment);
    }

    @Override
    public Integer call() {
        LogLevel.set(environment, "OFF");
        Reading reading = Reading.of(environment, config.path());
        Contracts contracts = reading.config().network().file().contracts();
        if (contracts.v2Factory().isEmpty() && contracts.v3Factory().isEmpty()) {
            throw VerbException.usage("the network file pins no factory (contracts.v2_factory, contracts.v3_factory)");
        }
        BlockRef at = reading.chain().head().ref();
        List<PoolState> found = new PoolDiscovery(
                        reading.chain(),
                        reading.pools(),
                        reading.config().universe().multicall(),
                        contracts.v2Factory(),
                        contracts.v3Factory())
                .find(at, tokens(reading));
        output.result(
                Map.of(
                        "block",
                        at.number(),
                        "pools",
                        found.stream().map(PoolFindCommand::document).toList()),
                lines(at, found));
        return ExitCode.DONE;
    }

    private List<Token> tokens(Reading reading) {
        Map<String, Token> known = reading.config().network().tokens();
        if (symbols.size() < 2) {
            throw VerbException.usage("--tokens needs two symbols or more");
        }
        return symbols.stream()
                .map(symbol -> {
                    Token token = known.get(symbol);
                    if (token == null) {
                        throw VerbException.usage("--tokens: no token " + symbol + ", the network file has "
                                + String.join(", ", known.keySet()));
                    }
                    return token;
                })
                .toList();
    }

    private static List<String> lines(BlockRef at, List<PoolState> found) {
        List<String> lines = new ArrayList<>();
        lines.add("# Found at block " + at.number() + ". Check each address before you pin it.");
        lines.add(found.isEmpty() ? "pools: []" : "pools:");
        for (PoolState pool : found) {
            lines.add("  - venue: uniswap-" + pool.venue().label());
            lines.add("    address: \"" + pool.id() + "\"");
            lines.add("    tokens: [" + pool.token0() + ", " + pool.token1() + "]");
            lines.add("    fee: " + fee(pool) + "   # " + depth(pool));
        }
        return lines;
    }

    private static String fee(PoolState pool) {
        return BigDecimal.valueOf(pool.feePips(), 2).stripTrailingZeros().toPlainString() + "bps";
    }

    private static String depth(PoolState pool) {
        return "1 " + pool.token0() + " = "
                + pool.midPrice(pool.token0()).round(new MathContext(8)).toPlainString() + " " + pool.token1()
                + (pool instanceof ConcentratedPool p
                        ? ", liquidity " + p.liquidity() + ", " + p.ticks().size() + " ticks"
                        : "");
    }

    private static Map<String, Object> document(PoolState pool) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("venue", "uniswap-" + pool.venue().label());
        fields.put("address", pool.id());
        fields.put("tokens", pool.tokens());
        fields.put("feePips", pool.feePips());
        fields.put("tickSpacing", pool.spec().tickSpacing());
        fields.put("price", pool.midPrice(pool.token0()));
        return fields;
    }
}
