package io.ballast.lab.devnet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed code of our own contracts is what the compiler makes of their sources. */
class OwnContractsIT {
    private static final Path PROJECT = Path.of(System.getProperty("ballast.root", "."));
    private static final ContractPins COMPILER =
            ContractPins.parse("package solc 0.8.37 89e51874f0d118d28cb19a427e2f6d63ae10f804a82fcb7284bbaf7fd7058aa0"
                    + "ecfba8a3971f169f60918b437bd40942bd1c74574f76ae5518bb76f73eec5694\n"
                    + "file soljson.js soljson.js 221d7a667378b5068d913e75fe092507e061363cd1d23b64c49ae82febabad4c\n");

    @Test
    void compilesToWhatIsCommitted() throws IOException, InterruptedException {
        List<String> contracts = List.of("DevToken", "DevFeed", "DevOracle", "DevArbitrageur");
        List<String> compiled = compile(contracts, PROJECT.resolve("src/main/solidity"));
        assertThat(compiled)
                .containsExactlyElementsOf(contracts.stream()
                        .map(c -> c + " " + Artifacts.own(c).hex())
                        .toList());
    }

    @Test
    void compilesTheTestsWitnessToWhatIsCommitted() throws IOException, InterruptedException {
        Path committed = PROJECT.resolve("src/test/resources/io/ballast/lab/jury/Witness.hex");
        assertThat(compile(List.of("Witness"), PROJECT.resolve("src/test/solidity")))
                .containsExactly("Witness " + Files.readString(committed).strip());
    }

    @Test
    void compilesTheTestsHookToWhatIsCommitted() throws IOException, InterruptedException {
        Path committed = PROJECT.resolve("src/test/resources/io/ballast/lab/jury/SwapHook.hex");
        assertThat(compile(List.of("SwapHook"), PROJECT.resolve("src/test/solidity")))
                .containsExactly("SwapHook " + Files.readString(committed).strip());
    }

    @Test
    void compilesTheTestsActorOnPoolsToWhatIsCommitted() throws IOException, InterruptedException {
        Path committed = PROJECT.resolve("src/test/resources/io/ballast/sense/market/PoolActor.hex");
        assertThat(compile(List.of("PoolActor"), PROJECT.resolve("src/test/solidity")))
                .containsExactly("PoolActor " + Files.readString(committed).strip());
    }

    private static List<String> compile(List<String> contracts, Path sources) throws IOException, InterruptedException {
        String script = PROJECT.resolve("src/main/solidity/compile.mjs").toString();
        List<String> line = new ArrayList<>(List.of("node", script, compiler().toString()));
        contracts.forEach(c -> line.add(sources.resolve(c + ".sol").toString()));
        Process node = new ProcessBuilder(line).redirectErrorStream(true).start();
        try (Stream<String> output = node.inputReader().lines()) {
            List<String> lines = output.toList();
            assertThat(node.waitFor()).as(String.join("\n", lines)).isZero();
            return lines;
        }
    }

    private static Path compiler() {
        Path home = PROJECT.resolve("target/solidity").toAbsolutePath();
        try {
            new ContractCache(home, COMPILER, new Npm("npm", Duration.ofMinutes(3))).load();
        } catch (ContractsUnavailableException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw e;
            }
            System.err.println("SKIPPED: no Solidity compiler: " + e.getMessage());
            return abort("no Solidity compiler: " + e.getMessage());
        }
        return home.resolve("contracts").resolve(COMPILER.id()).resolve("soljson.js");
    }
}
