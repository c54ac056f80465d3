package io.ballast.lab.bench;

import io.ballast.sense.dex.ConcentratedPool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Uniswap's TypeScript library, run by Node.js on swaps of ours. npm installs the pinned versions once into {@code
 * <home>/bench}; none of their scripts is run.
 */
public final class V3Sdk {
    /** What is compared with. */
    public static final String NAME = "@uniswap/v3-sdk 3.31.5";

    private static final List<String> PACKAGES = List.of("@uniswap/v3-sdk@3.31.5", "@uniswap/sdk-core@7.19.4");
    private static final String FOLDER = "v3-sdk-3.31.5";
    private static final Duration TIMEOUT = Duration.ofMinutes(8);

    private final Path home;
    private final Program program;

    /** @param variables of the process, {@code PATH} among them */
    public V3Sdk(Path home, Map<String, String> variables) {
        this.home = home.resolve("bench");
        this.program = new Program(variables, TIMEOUT, "install Node.js 18 or newer");
    }

    /** In the order of the sets. */
    List<SdkRun> run(ConcentratedPool pool, List<SwapSet> sets, Effort effort) {
        try {
            Files.createDirectories(home);
            Path modules = installed();
            Path folder = Files.createTempDirectory(home, "run-");
            try {
                Path script = copyOfScript(folder);
                Path input = Files.write(folder.resolve("input"), SdkInput.lines(pool, sets));
                return parse(program.run(
                        folder,
                        List.of(
                                "node",
                                script.toString(),
                                modules.toString(),
                                input.toString(),
                                Integer.toString(effort.rounds()),
                                Integer.toString(effort.millis()))));
            } finally {
                BenchFolder.delete(folder);
            }
        } catch (IOException e) {
            throw new PeerUnavailableException("cannot use " + home + ": " + e.getMessage(), e);
        }
    }

    private static Path copyOfScript(Path folder) throws IOException {
        try (InputStream script = V3Sdk.class.getResourceAsStream("v3-sdk.mjs")) {
            Path copy = folder.resolve("v3-sdk.mjs");
            Files.copy(Objects.requireNonNull(script, "v3-sdk.mjs is packed with this class"), copy);
            return copy;
        }
    }

    /** Installed beside its final place and moved there whole, so that two processes may do it at once. */
    private Path installed() throws IOException {
        Path ready = home.resolve(FOLDER);
        if (!Files.isDirectory(ready)) {
            Path fresh = Files.createTempDirectory(home, "install-");
            List<String> command = new ArrayList<>(List.of(
                    "npm",
                    "install",
                    "--prefix",
                    fresh.toString(),
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts",
                    "--legacy-peer-deps"));
            command.addAll(PACKAGES);
            program.run(fresh, command);
            move(fresh, ready);
        }
        return ready.resolve("node_modules");
    }

    private static void move(Path fresh, Path ready) throws IOException {
        try {
            Files.move(fresh, ready);
        } catch (FileAlreadyExistsException another) {
            // Another process installed it first, the same versions.
            BenchFolder.delete(fresh);
        }
    }

    /** A line {@code set <swaps per CPU second>} before the results of each set. */
    private static List<SdkRun> parse(List<String> lines) {
        List<SdkRun> runs = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            double speed = Double.parseDouble(lines.get(at).substring("set ".length()));
            List<SwapOutcome> outcomes = new ArrayList<>();
            for (at++; at < lines.size() && !lines.get(at).startsWith("set "); at++) {
                outcomes.add(SwapOutcome.parse(lines.get(at)));
            }
            runs.add(new SdkRun(speed, outcomes));
        }
        return runs;
    }
}
