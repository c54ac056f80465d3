package io.ballast.agent.control;

import io.ballast.act.execution.KillSwitch;
import io.ballast.act.risk.TradingState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where those who steer the agent and the decision loop meet. A halt is in force at once, through the kill switch; to resume is
 * a wish that the loop grants when it comes round, since only it may write the journal. Thread-safe.
 */
public final class ControlDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ControlDesk.class);
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final KillSwitch killSwitch;
    private final InstantSource clock;
    private final String mode;
    private final Duration timeframe;
    private final Instant started;
    private final AtomicReference<Optional<Pulse>> last = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<String>> wish = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<String>> headTrouble = new AtomicReference<>(Optional.empty());
    private volatile boolean ended;

    /**
     * @param mode the agent's, for people
     * @param timeframe from one decision to the next
     */
    public ControlDesk(KillSwitch killSwitch, InstantSource clock, String mode, Duration timeframe) {
        this.killSwitch = killSwitch;
        this.clock = clock;
        this.mode = mode;
        this.timeframe = timeframe;
        this.started = clock.instant();
    }

    public KillSwitch killSwitch() {
        return killSwitch;
    }

    /** Stops every signature and send from now on. An earlier wish to resume is void. */
    public synchronized void halt(String reason) {
        wish.set(Optional.empty());
        killSwitch.engage(reason);
    }

    /** Releases the kill switch and asks that trading go on. */
    public synchronized void askToResume(String who) {
        killSwitch.release();
        wish.set(Optional.of(who));
    }

    /** The wish to resume, once, for the loop to grant; empty if the agent was halted again since. */
    public synchronized Optional<String> takeWish() {
        Optional<String> taken = wish.getAndSet(Optional.empty())
                .filter(who -> killSwitch.stopped().isEmpty());
        taken.ifPresent(who -> LOG.warn("resumed {}", who));
        return taken;
    }

    /** Told by the loop after each cycle. */
    public void cycled(Pulse pulse) {
        last.set(Optional.of(pulse));
    }

    /** Told by the watch of heads: what is wrong with them, or empty. */
    public void heads(Optional<String> trouble) {
        headTrouble.set(trouble);
    }

    /** Told at the end: nothing runs any more. */
    public void end() {
        ended = true;
    }

    /** The truth, as far as it is known: whatever is not known to be well is not. */
    public Health health() {
        if (ended) {
            return Health.ENDED;
        }
        Optional<Pulse> pulse = last.get();
        if (killSwitch.stopped().isPresent()
                || pulse.filter(p -> p.trading() == TradingState.HALTED).isPresent()) {
            return Health.HALTED;
        }
        Instant due = pulse.map(Pulse::at)
                .orElse(started)
                .plus(timeframe.multipliedBy(2))
                .plus(SLACK);
        if (clock.instant().isAfter(due)) {
            return Health.STUCK;
        }
        if (pulse.isEmpty()) {
            return Health.STARTING;
        }
        return pulse.get().answered() && headTrouble.get().isEmpty() ? Health.OK : Health.BLIND;
    }

    /** Everything, as flat text by name, in order. */
    public Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("health", health().word());
        status.put("mode", mode);
        status.put("since", started.toString());
        Optional<Pulse> pulse = last.get();
        status.put("trading", trading(pulse));
        killSwitch.stopped().ifPresent(reason -> status.put("killSwitch", reason));
        pulse.ifPresent(p -> {
            status.put("reason", p.reason());
            status.put("lastCycle", p.at().toString());
            status.put("note", p.note());
            p.nav().ifPresent(nav -> status.put("nav", nav.toString()));
        });
        headTrouble.get().ifPresent(trouble -> status.put("heads", trouble));
        wish.get().ifPresent(who -> status.put("resuming", who));
        return status;
    }

    private String trading(Optional<Pulse> pulse) {
        return killSwitch.stopped().isPresent()
                ? TradingState.HALTED.name()
                : pulse.map(p -> p.trading().name()).orElse("UNKNOWN");
    }
}
