package io.ballast.app.cli;

import io.ballast.lab.bench.AmmBench;
import io.ballast.lab.bench.Effort;
import io.ballast.lab.bench.PeerUnavailableException;
import io.ballast.lab.bench.SampleMarket;
import io.ballast.lab.bench.SetFigures;
import io.ballast.lab.bench.SwapSet;
import io.ballast.lab.bench.V3Sdk;
import io.ballast.lab.bench.jackson.BenchFiles;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The swap arithmetic beside Uniswap's. */
@Command(
        name = "amm",
        description = {
            "Quote swaps with our engine and with Uniswap's v3-sdk, compare every result and print both speeds.",
            "Without files: a WETH/USDC pool with 202 ticks and swaps of three sizes, made from the seed."
        },
        footer = {"", "Example:", "  ballast bench amm"})
final class BenchAmmCommand extends Verb {
    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "30",
            description = "Rounds over each set to warm up, and as many for the clock (default: 30).")
    private int rounds;

    @Option(
            names = "--millis",
            paramLabel = "MS",
            defaultValue = "50",
            description = "Least length of a round, which goes over its set as often as needed (default: 50).")
    private int millis;

    @Option(
            names = "--swaps",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Swaps in each set made from the seed (default: 1000).")
    private int swaps;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "7",
            description = "Fixes the pool and the swaps (default: 7).")
    private long seed;

    @Option(names = "--pool", paramLabel = "FILE", description = "A pool as JSON, in place of the one from the seed.")
    private @Nullable Path pool;

    @Option(
            names = "--vectors",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Swaps of that pool with their results as JSON; each file is one set.")
    private List<Path> vectors = List.of();

    BenchAmmCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        Requirement.inRange("--rounds", rounds, 1, 100_000);
        Requirement.inRange("--millis", millis, 0, 60_000);
        Requirement.inRange("--swaps", swaps, 1, 1_000_000);
        AmmBench bench = bench();
        List<SetFigures> figures;
        int exitCode = ExitCode.DONE;
        try {
            output.note("running " + V3Sdk.NAME + " and our engine on the same swaps");
            figures = bench.run(new V3Sdk(environment.home(), environment.variables()));
        } catch (PeerUnavailableException e) {
            output.note("ballast: no comparison: " + e.getMessage());
            figures = bench.run();
            exitCode = ExitCode.FAILED;
        }
        output.result(BenchLines.document(figures), BenchLines.of(figures));
        return figures.stream().allMatch(SetFigures::agrees) ? exitCode : ExitCode.FAILED;
    }

    private AmmBench bench() {
        Effort effort = new Effort(rounds, millis);
        if (pool == null && vectors.isEmpty()) {
            SampleMarket sample = new SampleMarket(seed, swaps);
            return new AmmBench(sample.pool(), sample.sets(), effort);
        }
        if (pool == null || vectors.isEmpty()) {
            throw VerbException.usage("--pool and --vectors go together");
        }
        try {
            List<SwapSet> sets = vectors.stream().map(BenchFiles::swaps).toList();
            return new AmmBench(BenchFiles.pool(pool), sets, effort);
        } catch (IllegalArgumentException e) {
            throw VerbException.usage(String.valueOf(e.getMessage()));
        }
    }
}
