package io.ballast.sense.chain.anvil;

import io.ballast.sense.chain.ChainException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running anvil on a loopback port. It ends with {@link #close}, and in any case when this JVM ends, even by
 * {@code kill -9}. Thread-safe.
 */
public final class Anvil implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Anvil.class);
    private static final Duration START = Duration.ofSeconds(30);
    private static final long STOP_SECONDS = 10;
    private final Process keeper;
    private final long pid;
    private final URI rpcUrl;

    private Anvil(Process keeper, long pid, URI rpcUrl) {
        this.keeper = keeper;
        this.pid = pid;
        this.rpcUrl = rpcUrl;
    }

    /** Finds anvil (see {@link AnvilBinary}) and starts it. */
    public static Anvil start(AnvilOptions options) {
        return start(AnvilBinary.ofSystem().locate(), options);
    }

    /**
     * Starts a given binary and waits until it listens.
     *
     * @throws AnvilException with anvil's own words if it does not come up within 30 s
     */
    public static Anvil start(Path binary, AnvilOptions options) {
        Process keeper = keep(binary, options);
        try {
            return listening(keeper, StartupOutput.read(keeper.inputReader(), START));
        } catch (AnvilException | ChainException e) {
            stop(keeper);
            throw e;
        }
    }

    private static Process keep(Path binary, AnvilOptions options) {
        try {
            Path scratch = Files.createTempDirectory("ballast-anvil-");
            SearchPath path = SearchPath.of(System.getenv());
            return new ProcessBuilder(Keeper.command(path, binary, options, scratch))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new AnvilException("anvil cannot be started: " + e.getMessage(), e);
        }
    }

    private static Anvil listening(Process keeper, StartupOutput output) {
        Anvil anvil = new Anvil(keeper, output.pid(), URI.create("http://127.0.0.1:" + output.port()));
        // It writes a line per request otherwise.
        anvil.rpc().call("anvil_setLoggingEnabled", false);
        LOG.debug("anvil {} listens on {}", anvil.pid, anvil.rpcUrl);
        return anvil;
    }

    /** {@code http://127.0.0.1:port}. */
    public URI rpcUrl() {
        return rpcUrl;
    }

    /** Process id of anvil itself. */
    public long pid() {
        return pid;
    }

    /** A new control connection. */
    public AnvilRpc rpc() {
        return new AnvilRpc(rpcUrl);
    }

    /** Stops anvil, after it has dumped its state if asked to, and waits until it is gone. May be called again. */
    @Override
    public void close() {
        stop(keeper);
    }

    private static void stop(Process keeper) {
        try {
            keeper.getOutputStream().close();
            if (!keeper.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("anvil did not stop in {} s and is killed", STOP_SECONDS);
                keeper.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (IOException e) {
            LOG.warn("anvil's keeper is gone already", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
