package io.ballast.lab.backtest.replay;

import io.ballast.act.execution.GasPolicy;
import io.ballast.act.execution.KillSwitch;
import io.ballast.act.journal.Journal;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentService;
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.Surroundings;
import io.ballast.agent.Wiring;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.chain.SendOutcome;
import io.ballast.sense.chain.json.ChainRecording;
import io.ballast.sense.chain.json.RecordedChain;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.MarketSource;
import io.ballast.think.model.ActionScorer;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A recorded run made again without a chain: the same questions, the same times, and swaps executed by the pools' own arithmetic at
 * the recorded places, with what the recorded agent did there taken out. Used once, by one thread.
 */
public final class RecordedRun implements AutoCloseable {
    private final ChainRecording recording;
    private final RecordedChain chain;
    private final PoolReplay replay;
    private final AgentService agent;
    private final RecordedInclusion inclusion;

    /** Where the agent looks at pools. */
    public enum Pools {
        /** As the node answered: what the recorded run did is in them. */
        AS_ANSWERED,
        /** As recorded events and orders of this run move them. */
        REPLAYED
    }

    /**
     * Opens a recording for an agent.
     *
     * @param journal of this run, empty
     * @throws DataRefusedException if events are missing, or the answers were not ended or are not as they were written
     */
    public RecordedRun(
            AgentConfiguration config,
            RecordingFolder folder,
            Function<RecordedChain, Journal> journal,
            Optional<ActionScorer> model,
            Pools pools) {
        recording = answers(folder);
        chain = new RecordedChain(recording);
        replay =
                folder.replay(recording.receipts().stream().map(Receipt::txHash).collect(Collectors.toSet()));
        inclusion = new RecordedInclusion(
                recording.receipts(), replay, chain, config.settings().confirmations());
        Surroundings world = new Surroundings(
                chain.reader(), raw -> new SendOutcome.Unknown("nothing is sent here"), chain, chain, System::nanoTime);
        // The live agent's kill switch is no business of a run that is over.
        KillSwitch killSwitch = KillSwitch.of(folder.path().resolve("again"), chain);
        Wiring wiring = new Wiring(config, world, journal.apply(chain), model, killSwitch);
        AccountState opening = wiring.market().observe().account();
        MarketSource market = pools == Pools.REPLAYED ? new ReplayMarket(wiring.market(), replay) : wiring.market();
        agent = wiring.offChain(new ReplayExecutor(
                market,
                opening,
                inclusion,
                wiring.risk(),
                wiring.log(),
                new GasPolicy(config.settings().tip()),
                chain));
    }

    private static ChainRecording answers(RecordingFolder folder) {
        try {
            return new ChainRecording(folder.answers());
        } catch (IllegalArgumentException e) {
            throw DataRefusedException.of(folder.answers(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Makes every recorded decision again.
     *
     * @param watcher told of each; empty where the recording had no answer
     */
    public void run(Consumer<Optional<CycleOutcome>> watcher) {
        agent.start();
        for (int i = 0; i < recording.decisions(); i++) {
            chain.toDecision(i);
            watcher.accept(agent.cycle());
        }
        agent.close();
    }

    /** SHA-256 of the recorded answers. */
    public Hash32 recording() {
        return recording.hash();
    }

    /** What the pools went through. */
    public ReplayTally tally() {
        return replay.tally();
    }

    /** Pools that this run left otherwise than the recorded one did at the place it has come to. */
    public Set<PoolId> changed() {
        return replay.changed();
    }

    /** Transactions of the recorded run that this one did not make. */
    public int left() {
        return inclusion.left();
    }

    @Override
    public void close() {
        replay.close();
        recording.close();
    }
}
