package io.ballast.act.execution;

import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Address;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.Observation;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done between trades, before anything is decided: tokens are looked at, the books are held against the chain, and coins
 * for gas are unwrapped. Used by one thread.
 */
public final class Upkeep implements Bookkeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private final Opening opening;
    private final Reconciler reconciler;
    private final TokenHealth health;
    private final Optional<GasTopUp> topUp;
    private final OnChainExecutor executor;
    private final GasPolicy gas;
    private final RiskDesk risk;
    private final Logbook log;
    private final long every;
    private int failures;

    /** @param every blocks between two comparisons of books and chain */
    public Upkeep(
            Opening opening,
            Reconciler reconciler,
            TokenHealth health,
            Optional<GasTopUp> topUp,
            OnChainExecutor executor,
            GasPolicy gas,
            RiskDesk risk,
            Logbook log,
            long every) {
        this.opening = opening;
        this.reconciler = reconciler;
        this.health = health;
        this.topUp = topUp;
        this.executor = executor;
        this.gas = gas;
        this.risk = risk;
        this.log = log;
        this.every = every;
    }

    @Override
    public void open(Observation seen) {
        opening.open(seen);
        health.survey(seen.market().block());
    }

    @Override
    public void check(Observation seen) {
        reconciler.check(seen);
    }

    @Override
    public String remarks() {
        return log.state().custody().frozen().stream()
                .map(frozen -> "frozen " + frozen.token() + ": " + frozen.reason())
                .collect(Collectors.joining("; "));
    }

    @Override
    public Observation before(Observation seen) {
        Observation now = failed() || reconciler.due(seen, every) ? survey(seen) : seen;
        return topUp.isPresent() && risk.state().trading() != TradingState.HALTED ? topUp(topUp.get(), now) : now;
    }

    /** Whether more transactions have failed than when this was last asked: a token may be the reason. */
    private boolean failed() {
        int before = failures;
        failures = risk.state().watch().failures().count();
        return failures > before;
    }

    /** Looks at tokens and books whether it is due or not; the same block as it is to be seen afterwards. */
    public Observation survey(Observation seen) {
        health.survey(seen.market().block());
        reconciler.check(seen);
        return executor.observeAt(seen.market().header());
    }

    /** Lets tokens be traded again that behave now, on a person's command. */
    public void forgive(Observation seen) {
        health.forgive(seen.market().block());
    }

    private Observation topUp(GasTopUp rule, Observation seen) {
        Address owner = seen.account().owner();
        String id = "topup-" + seen.market().block().number() + ".unwrap";
        TokenAmount none = TokenAmount.zero(seen.market().universe().wrapped());
        Wei cost = Movement.unwrap(id, none, owner).worstFee(gas.offer(seen.market()));
        Optional<TokenAmount> due = rule.due(seen, log.state().custody(), cost);
        if (due.isEmpty()) {
            warn(rule, seen);
            return seen;
        }
        IntentOutcome end = executor.move(Movement.unwrap(id, due.get(), owner), seen);
        LOG.info("gas: {}", end.describe());
        return executor.observe();
    }

    private static void warn(GasTopUp rule, Observation seen) {
        if (seen.account().coins().compareTo(rule.reserve()) < 0) {
            LOG.error(
                    "{} coins are left, less than the reserve, and nothing can be unwrapped: send coins to {}",
                    seen.account().coins().coins().toPlainString(),
                    seen.account().owner());
        }
    }
}
