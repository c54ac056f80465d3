package io.ballast.agent;

import io.ballast.act.execution.KillSwitch;
import io.ballast.act.execution.RiskDesk;
import io.ballast.act.journal.Journal;
import io.ballast.act.journal.sqlite.SqliteJournal;
import io.ballast.agent.HeadFollower.Rhythm;
import io.ballast.agent.control.ControlDesk;
import io.ballast.agent.quartz.CycleScheduler;
import io.ballast.sense.chain.HeadFeed;
import io.ballast.sense.chain.web3j.Web3jChain;
import io.ballast.sense.market.FollowedMarket;
import io.ballast.think.model.ActionScorer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A headless agent on a real chain: everything it needs opened, its cycles on schedule, everything let go of at the end. */
public final class AgentSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AgentSession.class);
    private final AgentConfiguration config;
    private final Surroundings world;
    private final Journal journal;
    private final Optional<ActionScorer> model;
    private final AgentService agent;
    private final Optional<FollowedMarket> followed;
    private final ControlDesk desk;
    private final HeadWatch watch;
    private final SteeredCycle cycle;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final AtomicReference<Consumer<HeadStatus>> headListener = new AtomicReference<>(status -> {});

    private AgentSession(
            AgentConfiguration config,
            Surroundings world,
            Journal journal,
            Optional<ActionScorer> model,
            AgentService agent,
            Optional<FollowedMarket> followed,
            RiskDesk risk,
            ControlDesk desk) {
        this.config = config;
        this.world = world;
        this.journal = journal;
        this.model = model;
        this.agent = agent;
        this.followed = followed;
        this.desk = desk;
        this.watch = new HeadWatch(world.clock(), config.settings().maxHeadLag(), this::noticed);
        this.cycle = new SteeredCycle(agent::cycle, () -> watch.status().newest(), risk, desk, world.clock());
    }

    private void noticed(HeadStatus status) {
        desk.heads(status.isWell() ? Optional.empty() : Optional.of(status.words()));
        headListener.get().accept(status);
    }

    /**
     * Opens model, journal, chain and keystore, in this order, probes the tokens, and finishes what an earlier process left open.
     *
     * @throws RuntimeException of the part that refuses, in one line; nothing was signed then
     */
    public static AgentSession open(AgentConfiguration config, InstantSource clock) {
        return open(config, clock, desk(config, clock));
    }

    /** Where a session of this configuration is steered. */
    public static ControlDesk desk(AgentConfiguration config, InstantSource clock) {
        return new ControlDesk(
                KillSwitch.of(config.settings().journal(), clock),
                clock,
                config.settings().mode().name().toLowerCase(java.util.Locale.ROOT),
                config.strategy().timeframe());
    }

    /**
     * The same under a desk that may be used before this returns, which can take as long as the chain takes.
     *
     * @throws RuntimeException of the part that refuses, in one line; nothing was signed then
     */
    public static AgentSession open(AgentConfiguration config, InstantSource clock, ControlDesk desk) {
        Optional<ActionScorer> model = Scorers.model(config, clock.instant());
        try {
            return open(config, clock, model, desk);
        } catch (RuntimeException e) {
            model.ifPresent(ActionScorer::close);
            throw e;
        }
    }

    private static AgentSession open(
            AgentConfiguration config, InstantSource clock, Optional<ActionScorer> model, ControlDesk desk) {
        Journal journal = SqliteJournal.open(config.settings().journal(), clock);
        try {
            Surroundings world = surroundings(config, clock);
            TokenGuard.requirePlain(world.chain(), config.universe());
            Wiring wiring = new Wiring(config, world, journal, model, desk.killSwitch());
            AgentService agent = config.settings().mode().signs()
                    ? wiring.onChain(SignerSource.open(config))
                    : wiring.onPaper(PaperAccount.opening(config, wiring.market()));
            // Opening a keystore of full strength fills 256 MiB of heap once; an agent that runs for months gives them
            // back.
            System.gc();
            agent.start();
            return new AgentSession(config, world, journal, model, agent, wiring.followed(), wiring.risk(), desk);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** One decision now. */
    public Optional<CycleOutcome> once() {
        return cycle.run();
    }

    /**
     * Decides now and then once every timeframe, until {@link #stop}, or until something goes wrong that is not the chain's
     * silence.
     *
     * @param watcher told of every cycle, on the scheduler's thread
     */
    public void run(Consumer<Optional<CycleOutcome>> watcher) {
        Optional<HeadFollower> follower = follower();
        try {
            decide(watcher);
        } finally {
            follower.ifPresent(HeadFollower::close);
        }
        RuntimeException cause = failure.get();
        if (cause != null) {
            throw cause;
        }
    }

    private void decide(Consumer<Optional<CycleOutcome>> watcher) {
        try (CycleScheduler scheduler = new CycleScheduler("ballast", () -> guarded(watcher))) {
            scheduler.every(
                    config.strategy().timeframe(), Date.from(world.clock().instant()));
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is known of the chain's heads between decisions; nothing before {@link #run}. May be called from any thread. */
    public HeadStatus heads() {
        return watch.status();
    }

    /** Has changes of {@link #heads} told, on the thread that noticed them. Comes before {@link #run}. */
    public void onHeads(Consumer<HeadStatus> listener) {
        headListener.set(listener);
    }

    /** Who looks at heads between decisions: with every block to bring the pools there, else as far as the budget goes. */
    private Optional<HeadFollower> follower() {
        Duration lag = config.settings().maxHeadLag();
        if (followed.isPresent()) {
            Duration poll = HeadPolling.following(config.network().file().blockTime());
            return Optional.of(new HeadFollower(heads(poll), Rhythm.everyHead(lag), watch, followed.get()::follow));
        }
        return CallPlan.of(config)
                .watch()
                .map(every -> new HeadFollower(heads(every), Rhythm.oneIn(every, lag), watch, head -> {}));
    }

    private HeadFeed heads(Duration poll) {
        return new Nodes(config).heads(world.chain(), poll);
    }

    /** Ends {@link #run} after the cycle in progress. May be called from any thread. */
    public void stop() {
        stop.countDown();
    }

    @Override
    public void close() {
        desk.end();
        try {
            agent.close();
            model.ifPresent(ActionScorer::close);
        } finally {
            world.heads().close();
            journal.close();
        }
    }

    private void guarded(Consumer<Optional<CycleOutcome>> watcher) {
        if (stop.getCount() == 0) {
            return;
        }
        try {
            watcher.accept(cycle.run());
        } catch (RuntimeException e) {
            LOG.error("the agent stops: {}", e.toString());
            failure.set(e);
            stop();
        }
    }

    static Surroundings surroundings(AgentConfiguration config, InstantSource clock) {
        Nodes nodes = new Nodes(config);
        Web3jChain chain = nodes.chain(clock);
        HeadFeed heads =
                nodes.heads(chain, HeadPolling.waiting(config.network().file().blockTime()));
        return new Surroundings(chain, chain, nodes.relays(), heads, clock, System::nanoTime);
    }
}
