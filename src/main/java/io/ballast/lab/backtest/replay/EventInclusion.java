package io.ballast.lab.backtest.replay;

import io.ballast.act.execution.SwapOrder;
import io.ballast.act.execution.TransactionPlans;
import io.ballast.act.execution.simulated.Fill;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.engine.TradeBook;
import io.ballast.lab.backtest.replay.PoolReplay.Done;
import io.ballast.lab.backtest.replay.PoolReplay.Included;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.dex.Passage;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.WorstSandwich;
import io.ballast.sense.market.L1Charge;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.think.portfolio.GasPrice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Includes an order some blocks after the one it was quoted on, behind everybody else's events of that block, on the pools as they
 * are there; the recorded orders of others that come later meet what it left. A swap that would give less than its least amount, or
 * comes too late, is mined without effect and pays for its gas. Used by one thread.
 */
final class EventInclusion implements Inclusion {
    private final PoolReplay replay;
    private final Terms terms;
    private final UnaryOperator<BlockHeader> fees;
    private final TradeBook book;
    private Optional<Moment> moment = Optional.empty();

    /**
     * How transactions get into blocks.
     *
     * @param delay blocks, at least one
     * @param confirmations blocks after which one counts, its own among them
     * @param worstSandwich whether an attacker takes of every swap all that its least amounts allow, whether that pays or not; what
     *     comes later meets the pools as his last swap leaves them
     * @param tip per unit of gas
     */
    record Terms(int delay, int confirmations, boolean worstSandwich, Wei tip) {}

    /** A row of the run, and the market that its decision sees. */
    private record Moment(int row, MarketState decided) {}

    /** @param fees gives a block another base fee than the recorded one */
    EventInclusion(PoolReplay replay, Terms terms, UnaryOperator<BlockHeader> fees, TradeBook book) {
        if (terms.delay() < 1) {
            throw new IllegalArgumentException("a transaction is mined a block after its decision at the earliest");
        }
        this.replay = replay;
        this.terms = terms;
        this.fees = fees;
        this.book = book;
    }

    /** Comes before each decision. */
    void decides(int row, MarketState market) {
        moment = Optional.of(new Moment(row, market));
    }

    @Override
    public Receipt plain(TransactionPlans plans, Observation seen) {
        Included<String> mined = include(seen, (header, pools) -> new Done<>("", List.of()));
        var planned = plans.planned();
        TokenAmount none = TokenAmount.zero(planned.tokenOut());
        Fill fill = fill(mined.header(), true, none, GasPrice.APPROVAL, seen);
        int decision = Integer.parseInt(planned.decisionId().substring(1));
        book.prepare(
                now().row(),
                decision,
                planned.amountIn().token().symbol(),
                planned.tokenOut().symbol(),
                fill,
                now().decided());
        return settled(planned.intentId(), fill);
    }

    @Override
    public Swapped swap(SwapOrder order, Observation seen) {
        Included<Given> mined = include(seen, (header, pools) -> executed(order, pools, header));
        Optional<TokenAmount> received = mined.result().received();
        TokenAmount none = TokenAmount.zero(order.tokenOut());
        Fill fill = fill(
                mined.header(),
                received.isPresent(),
                received.orElse(none),
                order.quote().gas(),
                seen);
        book.add(
                now().row(),
                order,
                now().decided(),
                seen.market(),
                fill,
                mined.result().alone().orElse(none));
        return new Swapped(settled(order.intentId("swap"), fill), received);
    }

    /**
     * What a swap gave.
     *
     * @param alone without an attack; empty if it failed
     * @param received with it
     */
    private record Given(Optional<TokenAmount> alone, Optional<TokenAmount> received) {}

    private Done<Given> executed(SwapOrder order, List<PoolState> pools, BlockHeader header) {
        Done<Optional<TokenAmount>> alone =
                PoolFill.of(order, pools, header.ref().timestamp());
        if (!terms.worstSandwich() || alone.result().isEmpty()) {
            return new Done<>(new Given(alone.result(), alone.result()), alone.after());
        }
        Passage attacked = WorstSandwich.of(order.quote().atLeast(order.minOut()), pools);
        return new Done<>(new Given(alone.result(), Optional.of(attacked.amountOut())), attacked.after());
    }

    private <T> Included<T> include(Observation seen, PoolReplay.Order<T> order) {
        return replay.include(seen.market().block().number() + terms.delay(), Integer.MAX_VALUE, order);
    }

    private Fill fill(BlockHeader header, boolean succeeded, TokenAmount received, long gas, Observation seen) {
        L1Charge l1 = seen.market().conditions().l1();
        BlockHeader paid = fees.apply(header);
        return new Fill(paid, succeeded, received, gas + l1.gas(), paid.baseFee(), l1.fee());
    }

    /** Goes on when the block is deep enough. */
    private Receipt settled(String intentId, Fill fill) {
        var block = fill.header().ref();
        replay.advanceTo(block.number() + terms.confirmations() - 1);
        return new Receipt(
                Hash32.of(Keccak256.digest(intentId.getBytes(StandardCharsets.UTF_8))),
                fill.succeeded(),
                block.number(),
                block.hash(),
                0,
                fill.gasUsed(),
                fill.baseFee().plus(terms.tip()),
                fill.l1Fee(),
                List.of());
    }

    private Moment now() {
        return moment.orElseThrow(() -> new IllegalStateException("nobody has decided yet"));
    }
}
