package io.ballast.sense.dex.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ballast.base.units.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runtime code of our own contracts: as committed, and as npm's {@code solc} compiles it now. */
public final class OwnCode {
    private static final String SOLC = "solc@0.8.28";
    private static final Path WORK = Path.of(System.getProperty("user.dir"), "target/solc");

    private static final String COMPILE = """
            const solc = require('solc');
            const fs = require('fs');
            const settings = {
              optimizer: { enabled: true, runs: Number(process.argv[1]) },
              evmVersion: 'paris',
              metadata: { bytecodeHash: 'none', appendCBOR: false },
              outputSelection: { '*': { '*': ['evm.deployedBytecode.object'] } },
            };
            for (const file of process.argv.slice(2)) {
              const sources = { own: { content: fs.readFileSync(file, 'utf8') } };
              const output = JSON.parse(solc.compile(JSON.stringify({ language: 'Solidity', sources, settings })));
              if (output.errors) throw new Error(output.errors.map(e => e.formattedMessage).join());
              for (const [name, contract] of Object.entries(output.contracts.own)) {
                console.log(name + ' 0x' + contract.evm.deployedBytecode.object);
              }
            }
            """;

    private OwnCode() {}

    /** Runtime code as committed beside the tests, or beside the product. */
    static Bytes committed(String contract) {
        try (InputStream in = OwnCode.class.getResourceAsStream(contract + ".hex")) {
            assertThat(in).as(contract + ".hex").isNotNull();
            return Bytes.parse("0x" + new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runtime code by contract, optimised for 200 runs; interfaces have none and are left out. Skips without npm, except in CI. */
    public static Map<String, Bytes> compiled(List<Path> sources) throws IOException, InterruptedException {
        return compiled(200, sources);
    }

    static Map<String, Bytes> compiled(int runs, List<Path> sources) throws IOException, InterruptedException {
        Files.createDirectories(WORK);
        requireNpm();
        if (!Files.exists(WORK.resolve("node_modules/solc"))) {
            run(List.of("npm", "install", "--prefix", ".", "--no-audit", "--no-fund", "--no-save", SOLC));
        }
        List<String> command = new ArrayList<>(List.of("node", "-e", COMPILE, String.valueOf(runs)));
        sources.forEach(source -> command.add(source.toString()));
        return run(command)
                .lines()
                .map(line -> line.split(" "))
                .filter(parts -> parts[1].length() > 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> Bytes.parse(parts[1])));
    }

    private static void requireNpm() throws InterruptedException {
        boolean there;
        try {
            run(List.of("npm", "--version"));
            there = true;
        } catch (IOException notFound) {
            there = false;
        }
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("npm is needed in CI").isTrue();
        }
        assumeTrue(there, "npm is not installed: own bytecode is not checked");
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(WORK, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(WORK.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("no end of " + command.get(0) + " within three minutes");
        }
        String text = Files.readString(out, StandardCharsets.UTF_8);
        Files.delete(out);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
