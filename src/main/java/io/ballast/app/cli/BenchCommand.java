package io.ballast.app.cli;

import picocli.CommandLine.Command;

/** Benchmarks. */
@Command(
        name = "bench",
        description = "Measure parts of Ballast beside the libraries people use.",
        synopsisSubcommandLabel = "NAME",
        footer = {"", "Example:", "  ballast bench amm"},
        subcommands = {
            BenchAmmCommand.class,
            BenchBacktestCommand.class,
            BenchMetricsCommand.class,
            BenchRouteCommand.class,
            BenchSafetyCommand.class
        })
final class BenchCommand extends Helped {}
