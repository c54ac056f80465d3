package io.ballast.app.cli;

import io.ballast.base.config.ShowConfig;
import io.ballast.lab.backtest.scenario.ErrorBps;
import io.ballast.lab.backtest.scenario.SimulatorErrorFile;
import io.ballast.sense.market.ChainReplay;
import io.ballast.sense.market.ErrorTable;
import io.ballast.sense.market.SwapCheck;
import io.ballast.sense.market.json.RecordedSwaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Our arithmetic against swaps that happened. */
@Command(
        name = "verify-sim",
        description = "Replay swaps of past blocks, or of a recorded file, and print how far our amounts are off.",
        footer = {
            "",
            "Example:",
            "  ballast verify-sim -c config/agent.yaml --blocks 300",
            "  ballast verify-sim --recorded swaps.json --write data/sim-error.yaml"
        })
final class VerifySimCommand extends Verb {
    private static final int P99 = 99;
    private static final int WORST = 100;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The agent's configuration; its nodes and pools are used.")
    private @Nullable Path file;

    @Option(names = "--recorded", paramLabel = "FILE", description = "A recorded file instead; no node is needed.")
    private @Nullable Path recorded;

    @Option(names = "--block", paramLabel = "B", description = "Last block (default: the newest).")
    private @Nullable Long block;

    @Option(
            names = "--blocks",
            paramLabel = "N",
            defaultValue = "200",
            description = "Blocks to replay (default: ${DEFAULT-VALUE}).")
    private long blocks;

    @Option(
            names = "--write",
            paramLabel = "FILE.yaml",
            description = "Write the error down for backtests: 'fills.simulator_error' of a scenario names the file.")
    private @Nullable Path written;

    VerifySimCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        LogLevel.set(environment, "OFF");
        if ((file == null) == (recorded == null)) {
            throw VerbException.usage("give either --config or --recorded");
        }
        return recorded == null ? onChain(file) : onFile(recorded);
    }

    private int onChain(@Nullable Path config) {
        Requirement.inRange("--blocks", blocks, 1, 100_000);
        Reading reading = Reading.of(environment, Objects.requireNonNull(config));
        long to = block == null ? reading.chain().head().ref().number() : block;
        Requirement.inRange("--block", to, blocks, Long.MAX_VALUE);
        ChainReplay.Result result = reading.replay().swaps(to - blocks, to);
        Reading.print(output, result);
        write(result.checks());
        return result.same() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private int onFile(Path path) {
        List<SwapCheck> checks = read(path).checks();
        ErrorTable table = ErrorTable.of(checks);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", table.different() == 0);
        document.put("swaps", table.swaps());
        document.put("different", table.different());
        document.put("pools", table.rows());
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(Reading.differing(table));
        lines.add(table.swaps() + " amounts compared, " + table.different() + " different");
        output.result(document, lines);
        write(checks);
        return table.different() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void write(List<SwapCheck> checks) {
        if (written == null) {
            return;
        }
        if (checks.isEmpty()) {
            throw VerbException.failed(written + " is not written: nothing was compared, so nothing is measured");
        }
        long different = checks.stream().filter(check -> !check.exact()).count();
        SimulatorErrorFile error = new SimulatorErrorFile(
                1,
                checks.size(),
                Math.toIntExact(different),
                new ErrorBps(ErrorTable.bps(checks, P99)),
                new ErrorBps(ErrorTable.bps(checks, WORST)));
        try {
            Files.writeString(written, ShowConfig.yaml(error));
            output.note("wrote " + written);
        } catch (IOException e) {
            throw VerbException.failed("cannot write " + e.getMessage());
        }
    }

    private static RecordedSwaps read(Path path) {
        try {
            return RecordedSwaps.parse(Files.readAllBytes(path));
        } catch (IOException e) {
            throw VerbException.failed(path + " cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw VerbException.failed(path + ": " + e.getMessage());
        }
    }
}
