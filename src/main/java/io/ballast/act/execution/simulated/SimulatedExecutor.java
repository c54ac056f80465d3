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
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.Universe;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills orders on paper, as a model of fills says. The same gate and the same journal as on chain; a fill's transaction hash is
 * the Keccak of its intent's name.
 */
public final class SimulatedExecutor implements Executor {
    private final MarketSource market;
    private final Address owner;
    private final AccountState opening;
    private final RiskDesk risk;
    private final Logbook log;
    private final GasPolicy gas;
    private final InstantSource clock;
    private final FillModel fills;
    private @Nullable Universe known;
    private List<Allowance> none = List.of();

    /** Fills as quoted. */
    public SimulatedExecutor(
            MarketSource market, AccountState opening, RiskDesk risk, Logbook log, GasPolicy gas, InstantSource clock) {
        this(market, opening, risk, log, gas, clock, FillModel.AS_QUOTED);
    }

    /** @param opening the account before the books were opened */
    public SimulatedExecutor(
            MarketSource market,
            AccountState opening,
            RiskDesk risk,
            Logbook log,
            GasPolicy gas,
            InstantSource clock,
            FillModel fills) {
        this.market = market;
        this.owner = opening.owner();
        this.opening = opening;
        this.risk = risk;
        this.log = log;
        this.gas = gas;
        this.clock = clock;
        this.fills = fills;
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
        return new AccountState(
                owner, books.balances(), books.coins(), none(real.market().universe()));
    }

    private List<Allowance> none(Universe universe) {
        if (!universe.equals(known)) {
            known = universe;
            none = universe.rights().stream().map(Allowance::none).toList();
        }
        return none;
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
        return settled(id, order, fills.fill(order, seen));
    }

    private IntentOutcome settled(String id, SwapOrder order, Fill fill) {
        Receipt receipt = receipt(id, fill);
        TokenAmount paid = fill.succeeded()
                ? order.amountIn()
                : TokenAmount.zero(order.amountIn().token());
        log.append(IntentMined.of(id, receipt, paid, fill.received(), List.of()));
        risk.mined(id, receipt.fee(), fill.succeeded());
        log.append(new IntentClosed(id, fill.succeeded() ? Status.FILLED : Status.REVERTED, "on paper"));
        return fill.succeeded()
                ? new IntentOutcome.Filled(id, receipt, paid, fill.received())
                : new IntentOutcome.Reverted(id, receipt);
    }

    private Receipt receipt(String id, Fill fill) {
        Hash32 hash = Hash32.of(Keccak256.digest(id.getBytes(StandardCharsets.UTF_8)));
        BlockRef block = fill.header().ref();
        Wei price = fill.baseFee().plus(gas.tip());
        return new Receipt(
                hash,
                fill.succeeded(),
                block.number(),
                block.hash(),
                0,
                fill.gasUsed(),
                price,
                fill.l1Fee(),
                List.of());
    }
}
