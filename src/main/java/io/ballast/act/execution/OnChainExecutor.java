package io.ballast.act.execution;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.OpenIntent;
import io.ballast.act.risk.Assessment;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.act.risk.Situation;
import io.ballast.act.wallet.SigningException;
import io.ballast.base.units.Address;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.L1Charge;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.Observation;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Executes orders on the chain with the account's own key. */
public final class OnChainExecutor implements Executor {
    private final MarketSource market;
    private final Address owner;
    private final TransactionEngine engine;
    private final Preflight preflight;
    private final Settlement settlement;
    private final FinalityWatch finality;
    private final RiskDesk risk;
    private final Logbook log;
    private final GasPolicy gas;
    private final InstantSource clock;

    public OnChainExecutor(
            MarketSource market,
            Address owner,
            TransactionEngine engine,
            Preflight preflight,
            Settlement settlement,
            FinalityWatch finality,
            RiskDesk risk,
            Logbook log,
            GasPolicy gas,
            InstantSource clock) {
        this.market = market;
        this.owner = owner;
        this.engine = engine;
        this.preflight = preflight;
        this.settlement = settlement;
        this.finality = finality;
        this.risk = risk;
        this.log = log;
        this.gas = gas;
        this.clock = clock;
    }

    @Override
    public Observation observe() {
        return watched(market.observe());
    }

    @Override
    public Observation observeAt(BlockHeader header) {
        return watched(market.observeAt(header));
    }

    private Observation watched(Observation seen) {
        finality.look(seen.market().header());
        return seen;
    }

    @Override
    public boolean needsApproval(SwapOrder order, Observation seen) {
        return !order.missing(seen.account()).isEmpty();
    }

    /** Some tokens refuse to change an allowance that is not zero: such a one is taken back first. */
    @Override
    public IntentOutcome approve(SwapOrder order, Observation seen) {
        List<SpendingRight> missing = order.missing(seen.account());
        SpendingRight next = missing.getFirst();
        if (!next.viaPermit2() && stands(next, seen.account())) {
            return revoke(order.decisionId(), next, seen);
        }
        String name = risk.unused(TransactionPlans.approvalName(order, next));
        TransactionPlans plans = TransactionPlans.approval(name, order, next, owner, offer(seen));
        return run(plans, seen, () -> preflight.approvalsAndSwap(order, missing, l1(seen)));
    }

    private static boolean stands(SpendingRight right, AccountState account) {
        return account.allowance(right).filter(allowance -> !allowance.isZero()).isPresent();
    }

    @Override
    public IntentOutcome swap(SwapOrder order, Observation seen) {
        SwapOrder due = order.within(seen.account());
        TransactionPlans plans = TransactionPlans.swap(due, owner, offer(seen));
        return run(plans, seen, () -> preflight.swap(due, l1(seen)));
    }

    @Override
    public IntentOutcome revoke(String decisionId, SpendingRight right, Observation seen) {
        TransactionPlans plans =
                TransactionPlans.revoke(decisionId, right, owner, seen.market().header(), offer(seen));
        return run(plans, seen, Optional::empty);
    }

    /**
     * Moves what the account holds itself: unwraps for gas, or withdraws on a person's command. Simulated, judged, journalled and
     * settled like a swap.
     */
    public IntentOutcome move(Movement movement, Observation seen) {
        TransactionPlans plans = TransactionPlans.move(movement, seen.market().header(), offer(seen));
        return run(plans, seen, () -> preflight.move(movement, seen.market().header(), l1(seen)));
    }

    private GasOffer offer(Observation seen) {
        return gas.offer(seen.market());
    }

    private static L1Charge l1(Observation seen) {
        return seen.market().conditions().l1();
    }

    private IntentOutcome run(TransactionPlans plans, Observation seen, Supplier<Optional<String>> simulation) {
        String id = plans.planned().intentId();
        if (banned(plans.planned())) {
            log.append(plans.planned());
            String reason =
                    "spender " + plans.planned().spender() + " is banned: it did not consume what it was allowed";
            log.append(new IntentClosed(id, Status.REFUSED, reason));
            return new IntentOutcome.Dropped(id, reason);
        }
        Assessment assessment = risk.judge(plans, risk.situation(clock.instant(), seen, gas.tip()));
        if (!assessment.allowed()) {
            log.append(
                    new IntentClosed(id, Status.REFUSED, assessment.refusals().toString()));
            return new IntentOutcome.Refused(id, assessment);
        }
        Optional<String> fault = simulation.get();
        if (fault.isPresent()) {
            risk.drop(id);
            log.append(new IntentClosed(id, Status.DROPPED, fault.get()));
            return new IntentOutcome.Dropped(id, fault.get());
        }
        return settlement.settle(plans.planned(), submit(plans, seen));
    }

    private boolean banned(IntentPlanned planned) {
        return planned.kind() != ProposedTransaction.Kind.REVOKE
                && log.state().custody().banned().contains(planned.spender());
    }

    /** What fails before the signature is certain not to be sent; what fails after it is not known. */
    private Submission submit(TransactionPlans plans, Observation seen) {
        String id = plans.planned().intentId();
        TransactionEngine.Call call = new TransactionEngine.Call(
                plans.planned().target(),
                plans.value(),
                plans.planned().data(),
                plans.proposed().gasLimit(),
                plans.proposed().maxFee(),
                gas.tip(),
                plans.planned().deadline(),
                plans.planned().kind().passesHalt());
        try {
            return engine.submit(id, call, seen.market().header(), fees -> objection(plans, fees));
        } catch (ExternalNonceException e) {
            risk.halt(e.getMessage());
            return new Submission.NotSent(e.getMessage());
        } catch (ChainException | SigningException e) {
            boolean signed =
                    log.state().intent(id).flatMap(OpenIntent::lastAttempt).isPresent();
            return signed
                    ? new Submission.Unresolved(String.valueOf(e.getMessage()))
                    : new Submission.NotSent(String.valueOf(e.getMessage()));
        }
    }

    /** The gate judges the new worst cost on the newest block. */
    private Optional<String> objection(TransactionPlans plans, Fees fees) {
        try {
            Situation now = Situation.of(clock.instant(), market.observe(), gas.tip());
            Assessment assessment = risk.judgeAgain(plans.proposed().withMaxFee(fees.max()), now);
            return assessment.allowed()
                    ? Optional.empty()
                    : Optional.of(assessment.refusals().toString());
        } catch (ChainException e) {
            return Optional.of("it cannot be judged: " + e.getMessage());
        }
    }
}
