package io.ballast.agent;

import io.ballast.act.risk.PriceWitness;
import io.ballast.act.risk.StandingRules;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.market.PoolReader;
import io.ballast.sense.market.Universe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * JSON-RPC calls that an agent will make in a day, every item of a batch counted. An estimate from above for a node that lends
 * code to calls; where it does not, reads cost more.
 *
 * @param parts calls by what they are for
 * @param watch between two looks at the head from one decision to the next; empty where blocks are followed anyway, or the
 *     budget leaves nothing for it
 * @param budget most that are allowed
 * @param binding whether the budget counts: a devnet's node is one's own
 */
public record CallPlan(String sync, Map<String, Long> parts, Optional<Duration> watch, long budget, boolean binding) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String HEADS = "heads";
    /** Header, account, and the data fee where there is one. */
    private static final long BESIDE_POOLS = 3;
    /** Headers and events of the price window, once after a start. */
    private static final long START = 500;
    /** Nonce, simulation, sending, and the receipt's block. */
    private static final long PER_TRANSACTION = 5;

    public CallPlan {
        parts = Map.copyOf(parts);
    }

    public static CallPlan of(AgentConfiguration config) {
        SyncSettings sync = config.settings().sync();
        Map<String, Long> parts = new Estimate(config).parts();
        // Every one of a quorum is asked.
        int nodes = config.settings().nodeRules().quorum();
        parts.replaceAll((what, calls) -> calls * nodes);
        boolean binding = config.network().file().chainId() != AgentLoader.DEVNET;
        long planned = sum(parts);
        long left = binding ? sync.maxCallsPerDay() - planned : Long.MAX_VALUE;
        Optional<Duration> watch = sync.everyBlock() ? Optional.empty() : watch(config, left / nodes);
        watch.ifPresent(every -> parts.put(HEADS, Estimate.perDay(every) * nodes));
        return new CallPlan(sync.sync().name().toLowerCase(Locale.ROOT), parts, watch, sync.maxCallsPerDay(), binding);
    }

    private static Optional<Duration> watch(AgentConfiguration config, long left) {
        return HeadPolling.watching(
                config.network().file().blockTime(),
                config.settings().maxHeadLag(),
                left,
                config.strategy().timeframe());
    }

    public long total() {
        return sum(parts);
    }

    private static long sum(Map<String, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether an agent must not begin. */
    public boolean refused() {
        return binding && total() > budget;
    }

    /** One line for people. */
    public String text() {
        String detail = parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
        return "about " + total() + " calls a day with sync " + sync + " (" + detail + "), budget " + budget;
    }

    /** What to do about it. */
    public String remedy() {
        return "raise rpc.max_calls_per_day to what your provider allows, take sync on_decision, a longer timeframe or"
                + " fewer pools";
    }

    private record Estimate(AgentConfiguration config) {
        Map<String, Long> parts() {
            Map<String, Long> parts = new LinkedHashMap<>();
            long decisions = perDay(config.strategy().timeframe());
            long waits = (config.settings().confirmations() + 2) * pollsPerBlock() * 2;
            long beside = BESIDE_POOLS + evidence();
            long read = beside + calls(universe().pools());
            long transactions = 1 + mostApprovals();
            parts.put("start", START);
            parts.put("books", comparisons(decisions) * comparison());
            parts.put(
                    "trades",
                    config.settings().limits().maxTradesPerDay()
                            * (transactions * (PER_TRANSACTION + waits) + (transactions + 1) * read));
            if (config.settings().sync().everyBlock()) {
                following(parts);
                parts.put("decisions", decisions * (beside + calls(notFollowed())));
            } else {
                parts.put("decisions", decisions * read);
            }
            return parts;
        }

        /** Mean prices; hashes of code and slots of proxies. */
        private long evidence() {
            StandingRules rules = config.settings().limits().standing();
            return (rules.witnesses().contains(PriceWitness.TWAP) ? 1L : 0L) + (rules.pinsCode() ? 2L : 0L);
        }

        private long mostApprovals() {
            return universe().routers().stream()
                    .mapToLong(router -> router.rights(universe().cash()).size())
                    .max()
                    .orElseThrow();
        }

        private void following(Map<String, Long> parts) {
            long blocks = perDay(blockTime());
            long polls = perDay(HeadPolling.following(blockTime()));
            parts.put(HEADS, polls + Math.max(0, blocks - polls));
            parts.put("events", blocks);
            parts.put(
                    "audits",
                    (blocks / config.settings().sync().rules().auditEvery() + 1)
                            * calls(universe().pools()));
        }

        /** Before a decision, at most once in so many blocks, and after each trade. */
        private long comparisons(long decisions) {
            long due = perDay(blockTime().multipliedBy(config.settings().reconcileEvery()));
            return Math.min(decisions, due) + config.settings().limits().maxTradesPerDay();
        }

        /** Each token's balance, the coins, a header and the simulated transfers. */
        private long comparison() {
            return universe().tokens().size() + 3L;
        }

        private long pollsPerBlock() {
            return Math.ceilDiv(
                    blockTime().toNanos(), HeadPolling.waiting(blockTime()).toNanos());
        }

        private List<PoolSpec> notFollowed() {
            return universe().pools().stream()
                    .filter(pool -> !universe().contracts().events().follow(pool))
                    .toList();
        }

        private long calls(List<PoolSpec> pools) {
            return PoolReader.calls(pools, config.settings().sync().limits());
        }

        private Universe universe() {
            return config.universe();
        }

        private Duration blockTime() {
            return config.network().file().blockTime();
        }

        private static long perDay(Duration every) {
            return Math.ceilDiv(DAY.toNanos(), every.toNanos());
        }
    }
}
