package io.ballast.sense.chain.web3j;

import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.web3j.EndpointRules.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which endpoints lag too far to be asked anything. An endpoint is judged whenever its head is read, and stays as it was judged
 * until the next time. Thread-safe.
 */
final class HeadGuard {
    private static final Logger LOG = LoggerFactory.getLogger(HeadGuard.class);
    private final Optional<Freshness> rules;
    private final Map<Endpoint, Long> highest = new ConcurrentHashMap<>();
    private final Map<Endpoint, String> faults = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> surveyed = new AtomicReference<>(Instant.MIN);

    HeadGuard(Optional<Freshness> rules) {
        this.rules = rules;
    }

    /** Why the endpoint is left aside, or empty. */
    Optional<String> standing(Endpoint endpoint) {
        return Optional.ofNullable(faults.get(endpoint));
    }

    /** Judges an endpoint by its head; why it is left aside from now on, or empty. */
    Optional<String> judge(Endpoint endpoint, BlockHeader head) {
        Optional<String> fault = rules.flatMap(fresh -> fault(fresh, endpoint, head.ref()));
        boolean wasAside = faults.containsKey(endpoint);
        fault.ifPresentOrElse(why -> faults.put(endpoint, why), () -> faults.remove(endpoint));
        if (fault.isPresent() && !wasAside) {
            LOG.warn("{}: {}; not used until it has caught up", endpoint, fault.get());
        } else if (fault.isEmpty() && wasAside) {
            LOG.info("{} has caught up", endpoint);
        }
        return fault;
    }

    private Optional<String> fault(Freshness fresh, Endpoint endpoint, BlockRef head) {
        highest.merge(endpoint, head.number(), Math::max);
        long best = highest.values().stream().mapToLong(Long::longValue).max().orElse(head.number());
        if (best - head.number() > fresh.maxBehind()) {
            return Optional.of(
                    "head " + head.number() + " is " + (best - head.number()) + " blocks behind the highest seen");
        }
        Duration age = Duration.between(head.timestamp(), fresh.clock().instant());
        return age.abs().compareTo(fresh.maxAge()) > 0
                ? Optional.of("head " + head.number() + " is " + age.toSeconds() + " s old, at most "
                        + fresh.maxAge().toSeconds() + " s")
                : Optional.empty();
    }

    /** Runs a survey of all endpoints if none was made within the age that a head may have. */
    void survey(Consumer<Instant> survey) {
        rules.ifPresent(fresh -> {
            Instant now = fresh.clock().instant();
            Instant last = surveyed.get();
            boolean due = last.equals(Instant.MIN)
                    || Duration.between(last, now).abs().compareTo(fresh.maxAge()) >= 0;
            if (due && surveyed.compareAndSet(last, now)) {
                survey.accept(now);
            }
        });
    }
}
