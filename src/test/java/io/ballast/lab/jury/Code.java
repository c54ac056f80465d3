package io.ballast.lab.jury;

import static org.junit.jupiter.api.Assumptions.abort;

import io.ballast.base.units.Bytes;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.lab.devnet.contract.Artifacts;
import io.ballast.lab.devnet.contract.ContractCache;
import io.ballast.lab.devnet.contract.ContractPins;
import io.ballast.lab.devnet.contract.ContractsUnavailableException;
import io.ballast.lab.devnet.contract.Npm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Code of contracts for tests: skips loudly on a user's machine that cannot fetch it, fails in CI. */
final class Code {
    private Code() {}

    /** Uniswap V2 and V3. */
    static Artifacts uniswap() {
        return load(ContractPins.builtIn());
    }

    /** Uniswap V4, the Universal Router and Permit2. */
    static Artifacts uniswapV4() {
        return load(ContractPins.parse(resource("v4.pins")));
    }

    /** Our own, of {@code src/test/solidity}. */
    static Bytes own(String contract) {
        return Bytes.parse(resource(contract + ".hex").strip());
    }

    private static Artifacts load(ContractPins pins) {
        try {
            return new ContractCache(DevnetAtHand.home(), pins, Npm.onPath()).load();
        } catch (ContractsUnavailableException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw e;
            }
            System.err.println("SKIPPED: no contracts: " + e.getMessage());
            return abort("no contracts: " + e.getMessage());
        }
    }

    private static String resource(String name) {
        try (InputStream in = Code.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
