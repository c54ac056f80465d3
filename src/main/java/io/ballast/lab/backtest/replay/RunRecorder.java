package io.ballast.lab.backtest.replay;

import io.ballast.agent.Surroundings;
import io.ballast.base.units.Hash32;
import io.ballast.lab.data.events.EventDownload;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.json.ChainRecorder;
import io.ballast.sense.market.PoolReader;
import io.ballast.sense.market.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Records a run of an agent from its first question to its last, so that it can be made again without a chain. Used by one thread
 * beside the agent's own.
 */
public final class RunRecorder implements AutoCloseable {
    private final RecordingFolder folder;
    private final ChainReader chain;
    private final ChainRecorder recorder;
    private final long start;

    /**
     * Notes the states of the pools as they are now.
     *
     * @param chain asked for what is recorded besides the agent's own questions
     * @throws UncheckedIOException if the folder holds a recording already
     */
    public RunRecorder(RecordingFolder folder, ChainReader chain, InstantSource clock) {
        this.folder = folder;
        this.chain = chain;
        try {
            Files.createDirectories(folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.recorder = new ChainRecorder(folder.answers(), clock);
        this.start = chain.head().ref().number();
        folder.snapshots()
                .record(
                        chain,
                        PoolReader.of(chain, folder.universe(), ReadLimits.DEFAULT),
                        List.of(start),
                        (done, of, found) -> {});
    }

    /** The same world, in which every answer is written down. */
    public Surroundings recorded(Surroundings world) {
        return new Surroundings(
                recorder.reader(world.chain()),
                recorder.submitter(world.submitter()),
                world.relays().map(recorder::submitter),
                recorder.heads(world.heads()),
                world.clock(),
                world.nanos());
    }

    /** Comes before each decision. */
    public void decision() {
        recorder.cycle();
    }

    /**
     * Fetches the events of all blocks that passed, and ends the recording.
     *
     * @return SHA-256 of the answers; empty if no block passed, so that there is nothing to make again
     */
    public Optional<Hash32> end() {
        Hash32 hash = recorder.end();
        if (chain.head().ref().number() <= start) {
            return Optional.empty();
        }
        new EventDownload(chain, folder.events(), folder.query(chain, start + 1), (done, of, found) -> {}).run();
        return Optional.of(hash);
    }

    @Override
    public void close() {
        recorder.close();
    }
}
