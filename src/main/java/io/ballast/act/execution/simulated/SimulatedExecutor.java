package io.ballast.act.execution.simulated;

import io.ballast.act.execution.Executor;
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
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.L1Charge;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.think.portfolio.GasPrice;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/**
 * Fills orders on paper: at the pinned block, exactly as the engine quotes them, for the expected gas. The real pools do not
 * feel it. The same gate and the same journal as on chain; a fill's transaction hash is the Keccak of its intent's name.
 */
public final class SimulatedExecutor implements Executor {
    private final MarketSource market;
    private final Address owner;
    private final AccountState opening;
    private final RiskDesk risk;
    private final Logbook log;
    private final GasPolicy gas;
    private final InstantSource clock;

    /** @param opening the account before the books were opened */
    public SimulatedExecutor(
            MarketSource market, AccountState opening, RiskDesk risk, Logbook log, GasPolicy gas, InstantSource clock) {
        this.market = market;
        this.owner = opening.owner();
        this.opening = opening;
        this.risk = risk;
        this.log = log;
        this.gas = gas;
        this.clock = clock;
    }

    @Override
    public Observation observe() {
        return onPaper(market.observe());
    }

    @Override
    public Observation observeAt(BlockHeader header) {
        return onPaper(market.observeAt(header));
    }

    private Observation onPaper(Observation real) {
        AccountState account =
                log.state().books().map(books -> account(books, real)).orElse(opening);
        return new Observation(real.market(), account, real.evidence());
    }

    private AccountState account(Books books, Observation real) {
        List<Allowance> none =
                real.market().universe().rights().stream().map(Allowance::none).toList();
        return new AccountState(owner, books.balances(), books.coins(), none);
    }

    @Override
    public boolean needsApproval(SwapOrder order, Observation seen) {
        return false;
    }

    @Override
    public IntentOutcome approve(SwapOrder order, Observation seen) {
        throw new IllegalStateException("on paper nothing needs an approval");
    }

    @Override
    public IntentOutcome revoke(String decisionId, SpendingRight right, Observation seen) {
        throw new IllegalStateException("on paper there is nothing to revoke");
    }

    @Override
    public IntentOutcome swap(SwapOrder order, Observation seen) {
        TransactionPlans plans = TransactionPlans.swap(order, owner, gas.offer(seen.market()));
        String id = plans.planned().intentId();
        Assessment assessment = risk.judge(plans, risk.situation(clock.instant(), seen, gas.tip()));
        if (!assessment.allowed()) {
            log.append(
                    new IntentClosed(id, Status.REFUSED, assessment.refusals().toString()));
            return new IntentOutcome.Refused(id, assessment);
        }
        L1Charge l1 = seen.market().conditions().l1();
        Receipt receipt = receipt(id, seen.market(), order.quote().gas() + l1.gas(), l1.fee());
        log.append(mined(id, receipt, order));
        risk.settle(id, receipt.fee());
        log.append(new IntentClosed(id, Status.FILLED, "on paper"));
        return new IntentOutcome.Filled(
                id, receipt, order.amountIn(), order.quote().amountOut());
    }

    private Receipt receipt(String id, MarketState market, long gasUsed, Wei l1Fee) {
        Hash32 hash = Hash32.of(Keccak256.digest(id.getBytes(StandardCharsets.UTF_8)));
        BlockHeader header = market.header();
        Wei price = GasPrice.next(market, gas.tip()).perUnit();
        return new Receipt(hash, true, header.ref().number(), header.ref().hash(), 0, gasUsed, price, l1Fee, List.of());
    }

    private static IntentMined mined(String id, Receipt receipt, SwapOrder order) {
        return new IntentMined(
                id,
                receipt.txHash(),
                receipt.blockNumber(),
                receipt.blockHash(),
                receipt.index(),
                true,
                receipt.gasUsed(),
                receipt.effectiveGasPrice(),
                receipt.l1Fee(),
                order.amountIn(),
                order.quote().amountOut(),
                List.of());
    }
}
