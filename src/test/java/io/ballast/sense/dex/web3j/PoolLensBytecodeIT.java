package io.ballast.sense.dex.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The bytecode that is checked in is the compiled form of the source beside it. Needs npm; skipped without, except in CI. */
class PoolLensBytecodeIT {
    private static final String SOLC = "solc@0.8.28";
    private static final Path ROOT = Path.of(System.getProperty("user.dir"));
    private static final Path HEX = ROOT.resolve("src/main/resources/io/ballast/sense/dex/web3j/PoolLens.hex");

    private static final String COMPILE = """
            const solc = require('solc');
            const source = require('fs').readFileSync(process.argv[1], 'utf8');
            const settings = {
              optimizer: { enabled: true, runs: 1000000 },
              evmVersion: 'paris',
              metadata: { bytecodeHash: 'none', appendCBOR: false },
              outputSelection: { '*': { '*': ['evm.deployedBytecode.object'] } },
            };
            const input = { language: 'Solidity', sources: { 'PoolLens.sol': { content: source } }, settings };
            const output = JSON.parse(solc.compile(JSON.stringify(input)));
            if (output.errors) throw new Error(output.errors.map(e => e.formattedMessage).join());
            process.stdout.write(output.contracts['PoolLens.sol'].PoolLens.evm.deployedBytecode.object);
            """;

    @Test
    void isWhatTheSourceCompilesTo() throws Exception {
        Path work = Files.createDirectories(ROOT.resolve("target/solc"));
        requireNpm(work);
        if (!Files.exists(work.resolve("node_modules/solc"))) {
            Result install =
                    run(work, List.of("npm", "install", "--prefix", ".", "--no-audit", "--no-fund", "--no-save", SOLC));
            assertThat(install.code()).as(install.text()).isZero();
        }
        String source = ROOT.resolve("src/main/solidity/PoolLens.sol").toString();
        Result compiled = run(work, List.of("node", "-e", COMPILE, source));

        assertThat(compiled.code()).as(compiled.text()).isZero();
        assertThat(Files.readString(HEX).strip()).isEqualTo(compiled.text().strip());
    }

    private static void requireNpm(Path work) throws Exception {
        boolean there;
        try {
            there = run(work, List.of("npm", "--version")).code() == 0;
        } catch (IOException notFound) {
            there = false;
        }
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("npm is needed in CI").isTrue();
        }
        assumeTrue(there, "npm is not installed: the bytecode of PoolLens is not checked");
    }

    private record Result(int code, String text) {}

    private static Result run(Path work, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(work, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("no end of " + command.get(0) + " within three minutes");
        }
        String text = Files.readString(out, StandardCharsets.UTF_8);
        Files.delete(out);
        return new Result(process.exitValue(), text);
    }
}
