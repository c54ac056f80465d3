package io.ballast.lab.sim;

import io.ballast.act.execution.Logbook;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.LedgerException;
import io.ballast.act.journal.LedgerState;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.AgentService;
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.SteeredCycle;
import io.ballast.agent.Wiring;
import io.ballast.agent.control.ControlDesk;
import io.ballast.agent.control.Health;
import io.ballast.base.units.Hash32;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One life of an agent in a world that a seed makes: real objects of the product on simulated ports. Processes that die are
 * started again from the journal; after some rounds nothing goes wrong any more, and then the agent must come to itself.
 */
final class Simulation {
    private static final int ROUNDS = 10;
    private static final int QUIET = 3;
    private static final int ROUND_BLOCKS = 5;
    private static final int WIDTH = 400;
    private static final int SETTLING = 8;
    private static final Duration TOO_LONG = Duration.ofMinutes(10);

    private final long seed;
    private final SimWorld world;
    private final UnaryOperator<SimWorld.Ports> sabotage;
    private final List<String> ends = new ArrayList<>();
    private Optional<AgentService> agent = Optional.empty();
    private Optional<SteeredCycle> cycle = Optional.empty();
    private final List<String> notes = new ArrayList<>();
    private final List<String> lies = new ArrayList<>();
    private Optional<ControlDesk> desk = Optional.empty();
    private int decisions;
    private int quietDecisions;

    private Simulation(long seed, UnaryOperator<SimWorld.Ports> sabotage) {
        this.seed = seed;
        this.world = new SimWorld(seed);
        this.sabotage = sabotage;
    }

    static SimReport run(long seed) {
        return run(seed, UnaryOperator.identity(), Set.of());
    }

    /**
     * @param sabotage breaks the agent's ports, to see whether the checker notices
     * @param provoked faults that the world is to have
     */
    static SimReport run(long seed, UnaryOperator<SimWorld.Ports> sabotage, Set<Fault> provoked) {
        Simulation simulation = new Simulation(seed, sabotage);
        provoked.forEach(simulation.world.faults()::provoke);
        return simulation.run();
    }

    private SimReport run() {
        for (int round = 0; round < ROUNDS; round++) {
            round();
        }
        world.heal();
        world.node().pass(SETTLING);
        int before = decisions;
        quietRounds();
        List<String> unsettled = SimChecker.standing(world);
        stop();
        quietRounds();
        quietDecisions = decisions - before;
        world.node().idle(TOO_LONG);
        desk.map(ControlDesk::health)
                .filter(Health.OK::equals)
                .ifPresent(health -> lies.add("I11 well after " + TOO_LONG + " without a decision"));
        stop();
        return report(unsettled);
    }

    private void quietRounds() {
        for (int round = 0; round < QUIET; round++) {
            round();
        }
    }

    private void stop() {
        agent.ifPresent(AgentService::close);
        agent = Optional.empty();
        desk = Optional.empty();
    }

    /** A process if there is none, one decision, and the time until the next. */
    private void round() {
        try {
            if (agent.isEmpty()) {
                agent = Optional.of(started());
            }
            Optional<CycleOutcome> outcome = cycle.orElseThrow().run();
            truthful(outcome.isPresent());
            decisions += outcome.isPresent() ? 1 : 0;
            outcome.ifPresent(cycle -> notes.add(cycle.note()));
        } catch (SimCrash | RuntimeException e) {
            ends.add(e instanceof SimCrash ? "died" : e.getClass().getSimpleName() + " " + e.getMessage());
            agent = Optional.empty();
            desk = Optional.empty();
        }
        world.node().pass(ROUND_BLOCKS);
    }

    /** I11: it is well only if the chain answered and trading goes on. */
    private void truthful(boolean answered) {
        boolean halted = world.journal()
                .last(RiskChanged.class)
                .map(JournalEntry::event)
                .filter(event ->
                        event instanceof RiskChanged changed && changed.state().trading() == TradingState.HALTED)
                .isPresent();
        Health health = desk.orElseThrow().health();
        if (halted != (health == Health.HALTED) || (health == Health.OK && !answered)) {
            lies.add("I11 " + health + " though " + (halted ? "halted" : answered ? "answered" : "blind"));
        }
    }

    private AgentService started() {
        SimWorld.Ports ports = sabotage.apply(world.ports());
        Wiring wiring = new Wiring(world.config(), ports.surroundings(), ports.journal(), Optional.empty());
        AgentService service = wiring.onChain(ports.signer());
        InstantSource clock = ports.surroundings().clock();
        ControlDesk here = new ControlDesk(
                wiring.killSwitch(), clock, "sim", world.config().strategy().timeframe());
        desk = Optional.of(here);
        cycle = Optional.of(new SteeredCycle(service, wiring.risk(), here, clock));
        service.start();
        return service;
    }

    /** What the journal says of one life, a line for each entry. */
    static List<String> story(long seed) {
        Simulation simulation = new Simulation(seed, UnaryOperator.identity());
        SimReport unused = simulation.run();
        return simulation.world.journal().read(1).map(Simulation::line).toList();
    }

    private static String line(JournalEntry entry) {
        String text = entry.seq() + " " + entry.at() + " " + entry.type() + " " + entry.json();
        return text.length() > WIDTH ? text.substring(0, WIDTH) : text;
    }

    private SimReport report(List<String> unsettled) {
        List<String> violations = new ArrayList<>(unsettled);
        violations.addAll(lies);
        RiskState risk = RiskState.INITIAL;
        try {
            LedgerState ledger = new Logbook(world.journal()).state();
            risk = ledger.risk().orElse(risk);
            violations.addAll(new SimChecker(world, ledger, quietDecisions).violations());
        } catch (LedgerException e) {
            violations.add("I10 the journal contradicts itself: " + e.getMessage());
        }
        List<SimChain.Mined> mined = world.chain().blocks().stream()
                .flatMap(block -> block.mined().stream())
                .toList();
        return new SimReport(
                seed,
                world.faults().toString(),
                world.faults().struck().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum(),
                world.journal().last().map(JournalEntry::hash).orElse(Hash32.ZERO),
                world.chain().blocks().size(),
                decisions,
                mined.size(),
                (int) mined.stream()
                        .filter(own -> SimOrder.of(own.tx().data()).isPresent())
                        .count(),
                risk.trading() + (risk.reason().isEmpty() ? "" : ": " + risk.reason()),
                List.copyOf(ends),
                List.copyOf(notes),
                List.copyOf(violations));
    }
}
