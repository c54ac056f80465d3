package io.ballast.lab.backtest.replay;

import io.ballast.act.execution.Executor;
import io.ballast.act.execution.GasOffer;
import io.ballast.act.execution.GasPolicy;
import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.execution.Logbook;
import io.ballast.act.execution.RiskDesk;
import io.ballast.act.execution.SwapOrder;
import io.ballast.act.execution.TransactionPlans;
import io.ballast.act.journal.Books;
import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.risk.Assessment;
import io.ballast.base.units.Address;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.Observation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Carries orders out in a market that is replayed, step by step as on chain: an allowance first, then the swap, each mined where an
 * {@link Inclusion} says. The same gate and the same journal as on chain. Used by one thread.
 */
public final class ReplayExecutor implements Executor {
    private final MarketSource market;
    private final AccountState opening;
    private final Inclusion inclusion;
    private final RiskDesk risk;
    private final Logbook log;
    private final GasPolicy gas;
    private final InstantSource clock;
    private final Map<SpendingRight, Allowance> allowances =
            new TreeMap<>(Comparator.comparing(SpendingRight::toString));

    /** @param opening the account before the books were opened */
    public ReplayExecutor(
            MarketSource market,
            AccountState opening,
            Inclusion inclusion,
            RiskDesk risk,
            Logbook log,
            GasPolicy gas,
            InstantSource clock) {
        this.market = market;
        this.opening = opening;
        this.inclusion = inclusion;
        this.risk = risk;
        this.log = log;
        this.gas = gas;
        this.clock = clock;
    }

    @Override
    public Observation observe() {
        return ours(market.observe());
    }

    @Override
    public Observation observeAt(BlockHeader header) {
        return ours(market.observeAt(header));
    }

    private Observation ours(Observation told) {
        List<Allowance> rights = told.market().universe().rights().stream()
                .map(right -> allowances.getOrDefault(right, Allowance.none(right)))
                .toList();
        AccountState account = log.state()
                .books()
                .map(books -> account(books, rights))
                .orElseGet(() -> new AccountState(opening.owner(), opening.balances(), opening.coins(), rights));
        return new Observation(told.market(), account, told.evidence());
    }

    private AccountState account(Books books, List<Allowance> rights) {
        return new AccountState(owner(), books.balances(), books.coins(), rights);
    }

    private Address owner() {
        return opening.owner();
    }

    @Override
    public boolean needsApproval(SwapOrder order, Observation seen) {
        return !order.missing(seen.account()).isEmpty();
    }

    @Override
    public IntentOutcome approve(SwapOrder order, Observation seen) {
        SpendingRight next = order.missing(seen.account()).getFirst();
        if (!next.viaPermit2() && allowances.containsKey(next)) {
            return revoke(order.decisionId(), next, seen);
        }
        String name = risk.unused(TransactionPlans.approvalName(order, next));
        TransactionPlans plans = TransactionPlans.approval(name, order, next, owner(), offer(seen));
        Instant until = next.viaPermit2() ? order.deadline() : Instant.MAX;
        return plain(plans, seen, () -> allowances.put(next, new Allowance(next, order.amountIn(), until)));
    }

    @Override
    public IntentOutcome revoke(String decisionId, SpendingRight right, Observation seen) {
        BlockHeader pinned = seen.market().header();
        return plain(
                TransactionPlans.revoke(decisionId, right, owner(), pinned, offer(seen)),
                seen,
                () -> allowances.remove(right));
    }

    private IntentOutcome plain(TransactionPlans plans, Observation seen, Runnable effect) {
        String id = plans.planned().intentId();
        Assessment assessment = judge(plans, seen);
        if (!assessment.allowed()) {
            return refused(id, assessment);
        }
        Receipt receipt = inclusion.plain(plans, seen);
        effect.run();
        TokenAmount none = TokenAmount.zero(plans.planned().amountIn().token());
        return settled(plans, receipt, none, TokenAmount.zero(plans.planned().tokenOut()));
    }

    @Override
    public IntentOutcome swap(SwapOrder order, Observation seen) {
        SwapOrder due = order.within(seen.account());
        TransactionPlans plans = TransactionPlans.swap(due, owner(), offer(seen));
        Assessment assessment = judge(plans, seen);
        if (!assessment.allowed()) {
            return refused(plans.planned().intentId(), assessment);
        }
        Inclusion.Swapped swapped = inclusion.swap(due, seen);
        if (swapped.received().isEmpty()) {
            return settled(
                    plans,
                    swapped.receipt(),
                    TokenAmount.zero(due.amountIn().token()),
                    TokenAmount.zero(plans.planned().tokenOut()));
        }
        due.rights().forEach(allowances::remove);
        return settled(
                plans, swapped.receipt(), due.amountIn(), swapped.received().get());
    }

    private GasOffer offer(Observation seen) {
        return gas.offer(seen.market());
    }

    private Assessment judge(TransactionPlans plans, Observation seen) {
        return risk.judge(plans, risk.situation(clock.instant(), seen, gas.tip()));
    }

    private IntentOutcome refused(String id, Assessment assessment) {
        log.append(new IntentClosed(id, Status.REFUSED, assessment.refusals().toString()));
        return new IntentOutcome.Refused(id, assessment);
    }

    private IntentOutcome settled(TransactionPlans plans, Receipt receipt, TokenAmount paid, TokenAmount received) {
        String id = plans.planned().intentId();
        log.append(IntentMined.of(id, receipt, paid, received, List.of()));
        risk.mined(id, receipt.fee(), receipt.succeeded());
        if (!receipt.succeeded()) {
            log.append(new IntentClosed(id, Status.REVERTED, "in the replayed block " + receipt.blockNumber()));
            return new IntentOutcome.Reverted(id, receipt);
        }
        log.append(new IntentClosed(id, Status.FILLED, "in the replayed block " + receipt.blockNumber()));
        return new IntentOutcome.Filled(id, receipt, paid, received);
    }
}
