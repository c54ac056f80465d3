package io.ballast.lab.devnet;

import static org.junit.jupiter.api.Assumptions.abort;

import io.ballast.lab.devnet.contract.ContractCache;
import io.ballast.lab.devnet.contract.ContractsUnavailableException;
import io.ballast.sense.chain.anvil.AnvilException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Devnets for tests: skips loudly on a user's machine that lacks anvil or npm, fails in CI. */
public final class DevnetAtHand {
    private DevnetAtHand() {}

    /** Mined by hand. */
    public static Devnet lockStep(long seed) {
        return start(DevnetOptions.lockStep(seed, home()));
    }

    /** By the wall clock, with a history to trade on. */
    public static Devnet realTime(long seed, Duration history) {
        return start(DevnetOptions.realTime(seed, Instant.now(), history, home()));
    }

    /** By the wall clock. */
    public static Devnet realTime(long seed) {
        return start(DevnetOptions.realTime(seed, Instant.now(), Duration.ZERO, home()));
    }

    /** Where contracts and anvil are kept. */
    public static Path home() {
        return ContractCache.home(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** Skips or fails here if a devnet cannot be had. */
    public static void require() {
        lockStep(1).close();
    }

    private static Devnet start(DevnetOptions options) {
        try {
            return Devnet.start(options);
        } catch (AnvilException | ContractsUnavailableException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw e;
            }
            System.err.println("SKIPPED: no devnet: " + e.getMessage());
            return abort("no devnet: " + e.getMessage());
        }
    }
}
