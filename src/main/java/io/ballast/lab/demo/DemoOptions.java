package io.ballast.lab.demo;

import java.nio.file.Path;

/**
 * What a demo run is asked to do.
 *
 * @param cycles decisions to make, at least 1
 * @param seed fixes the market, the strangers' swaps and the agent's account
 * @param port of the local chain, 0 for any free one
 * @param home folder for the journal and the keystore; made if absent
 * @param cache where contracts and anvil are kept between runs
 * @param root the project's folder, where {@code models/} and {@code strategies/} are
 * @param record whether every answer and event is written down, so that the run can be made again without the chain
 */
public record DemoOptions(int cycles, long seed, int port, Path home, Path root, Path cache, boolean record) {
    public DemoOptions {
        if (cycles < 1) {
            throw new IllegalArgumentException("cycles must be at least 1, was " + cycles);
        }
    }
}
