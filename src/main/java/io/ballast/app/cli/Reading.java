package io.ballast.app.cli;

import io.ballast.agent.AgentConfiguration;
import io.ballast.base.config.Endpoint;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.web3j.EndpointRules;
import io.ballast.sense.chain.web3j.FailoverPolicy;
import io.ballast.sense.chain.web3j.RpcLimits;
import io.ballast.sense.chain.web3j.Web3jChain;
import io.ballast.sense.market.ChainReplay;
import io.ballast.sense.market.ErrorTable;
import io.ballast.sense.market.PoolReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A configuration's chain, to read from. */
record Reading(AgentConfiguration config, ChainReader chain) {
    static Reading of(Environment environment, Path file) {
        return of(environment, file, OptionalInt.empty());
    }

    /** @param rate most calls a second to each node */
    static Reading of(Environment environment, Path file, OptionalInt rate) {
        AgentConfiguration config = ConfigFile.load(environment, file, Optional.empty());
        List<String> urls = config.settings().nodes().stream()
                .filter(node -> !node.isSocket())
                .map(Endpoint::reveal)
                .map(Object::toString)
                .toList();
        return new Reading(
                config,
                new Web3jChain(
                        urls,
                        config.universe().chainId(),
                        RpcLimits.DEFAULT,
                        FailoverPolicy.DEFAULT,
                        new EndpointRules(1, rate, Optional.empty())));
    }

    PoolReader pools() {
        return new PoolReader(
                chain,
                config.universe().multicall(),
                config.settings().sync().limits(),
                config.network().reads(),
                Map.of(),
                config.network().contracts());
    }

    /** Of every pool that the network file names, traded or not: what is not traded may be waiting for its proof. */
    ChainReplay replay() {
        return new ChainReplay(
                chain,
                pools(),
                config.network().allPools(),
                config.network().contracts().events());
    }

    /** What a replay found, for people and for programs. */
    static void print(Output output, ChainReplay.Result result) {
        ErrorTable table = ErrorTable.of(result.checks());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", result.same());
        document.put("from", result.from().number());
        document.put("to", result.to().number());
        document.put("events", result.events());
        document.put("different", table.different());
        document.put("pools", table.rows());
        document.put("differences", named(result));
        List<String> lines = new ArrayList<>(List.of("blocks " + result.from() + " to " + result.to() + ", "
                + result.events() + " events, " + table.swaps() + " swaps and quotes compared"));
        lines.addAll(table.lines());
        named(result).forEach((pool, why) -> lines.add("DIFFERS pool " + pool + ": " + why));
        lines.addAll(differing(table));
        lines.add(result.same() ? "everything is the same, to the unit" : "not everything is the same");
        output.result(document, lines);
    }

    /** One line for each pool whose amounts are not all ours. */
    static List<String> differing(ErrorTable table) {
        return table.rows().stream()
                .filter(row -> row.different() > 0)
                .map(row -> "DIFFERS pool " + row.pool() + ": " + row.different() + " of " + row.swaps()
                        + " amounts, by up to " + row.max() + " wei")
                .toList();
    }

    private static Map<String, String> named(ChainReplay.Result result) {
        Map<String, String> named = new LinkedHashMap<>();
        result.differences().forEach((pool, why) -> named.put(pool.toString(), why));
        return named;
    }
}
