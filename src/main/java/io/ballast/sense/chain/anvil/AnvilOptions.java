package io.ballast.sense.chain.anvil;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How to run anvil.
 *
 * @param port on 127.0.0.1; 0 lets the system pick a free one
 * @param gasLimit of a block, in units of gas
 * @param genesis timestamp of block 0, in whole seconds; empty means now
 * @param state file to load the chain from, if it exists, and to dump it to at a normal stop
 * @param extra further flags, as on the command line
 */
public record AnvilOptions(
        int port,
        long chainId,
        long gasLimit,
        Optional<Instant> genesis,
        Mining mining,
        Optional<Path> state,
        List<String> extra) {
    /** Free port, chain 31337, 30 G gas a block (a batch of deployments fits into one), automatic mining. */
    public static final AnvilOptions DEFAULT = new AnvilOptions(
            0, 31337, 30_000_000_000L, Optional.empty(), new Mining.Automatic(), Optional.empty(), List.of());

    public AnvilOptions {
        if (port < 0 || port > 65535 || chainId < 1 || gasLimit < 1) {
            throw new IllegalArgumentException(
                    "anvil needs a port in [0, 65535], a positive chain id and gas limit, had " + port + ", " + chainId
                            + ", " + gasLimit);
        }
        extra = List.copyOf(extra);
    }

    public AnvilOptions withPort(int newPort) {
        return new AnvilOptions(newPort, chainId, gasLimit, genesis, mining, state, extra);
    }

    public AnvilOptions withChainId(long newId) {
        return new AnvilOptions(port, newId, gasLimit, genesis, mining, state, extra);
    }

    public AnvilOptions withGenesis(Instant time) {
        return new AnvilOptions(port, chainId, gasLimit, Optional.of(time), mining, state, extra);
    }

    public AnvilOptions withMining(Mining newMining) {
        return new AnvilOptions(port, chainId, gasLimit, genesis, newMining, state, extra);
    }

    public AnvilOptions withState(Path file) {
        return new AnvilOptions(port, chainId, gasLimit, genesis, mining, Optional.of(file), extra);
    }

    public AnvilOptions withExtra(String... flags) {
        return new AnvilOptions(port, chainId, gasLimit, genesis, mining, state, List.of(flags));
    }

    /** The command line after the binary's name. */
    List<String> commandLine() {
        List<String> line = new ArrayList<>(List.of("--host", "127.0.0.1", "--port", Integer.toString(port)));
        line.addAll(List.of("--chain-id", Long.toString(chainId), "--gas-limit", Long.toString(gasLimit)));
        line.addAll(List.of("--order", "fees", "--no-request-size-limit", "--no-cors", "--color", "never"));
        genesis.ifPresent(time -> line.addAll(List.of("--timestamp", Long.toString(time.getEpochSecond()))));
        line.addAll(mining.flags());
        state.ifPresent(file -> line.addAll(List.of("--state", file.toString())));
        line.addAll(extra);
        return line;
    }
}
