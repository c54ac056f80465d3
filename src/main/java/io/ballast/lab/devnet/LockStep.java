package io.ballast.lab.devnet;

import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.anvil.DevChain;
import io.ballast.lab.devnet.anvil.DevTransaction;
import io.ballast.lab.devnet.anvil.FeeLadder;
import io.ballast.lab.devnet.flow.FlowPosition;
import io.ballast.lab.devnet.price.MarketPrices;
import io.ballast.sense.chain.BlockHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Time by hand: every block is mined here, with the order flow of its time. What is on the chain after n blocks depends on
 * the seed, the times of the blocks, and what agents had sent before each; never on the wall clock. Thread-safe.
 */
public final class LockStep implements Drive {
    private static final Duration QUIET = Duration.ofSeconds(12);

    private final DevChain chain;
    private final Market market;
    private Instant now;
    private MarketPrices prices;
    private @Nullable BlockHeader head;

    LockStep(DevChain chain, Market market) {
        this.chain = chain;
        this.market = market;
        this.now = chain.head().ref().timestamp();
        this.prices = market.path().at(now);
    }

    /** Mines the next block with its flow, ahead of agents or behind them as the seed says. */
    public synchronized BlockHeader mineNext(Duration later) {
        return mineNext(later, market.flow().position());
    }

    /**
     * Mines the next block with its flow.
     *
     * @param later time since the last block, in whole seconds, at least one
     */
    public synchronized BlockHeader mineNext(Duration later, FlowPosition position) {
        mine(later, position);
        return head();
    }

    /** Mines the next block without any flow: only what was sent by others is in it. */
    public synchronized BlockHeader mineQuiet(Duration later) {
        chain.send(List.of(), FeeLadder.behind(market.gas().next()));
        pass(later);
        return head();
    }

    @Override
    public synchronized BlockHeader mineWith(List<DevTransaction> transactions) {
        chain.send(transactions, FeeLadder.ahead(market.gas().next()));
        pass(QUIET);
        return head();
    }

    /**
     * Lets a span of time pass in blocks of equal distance; the last one stands at its very end.
     *
     * @param blocks at least one, and not more than the span has seconds
     */
    public synchronized BlockHeader advance(Duration span, int blocks) {
        if (blocks < 1 || blocks > span.toSeconds()) {
            throw new IllegalArgumentException("cannot mine " + blocks + " blocks in " + span);
        }
        Instant from = now;
        for (int i = 1; i <= blocks; i++) {
            Instant next = from.plusSeconds(span.toSeconds() * i / blocks);
            mine(Duration.between(now, next), market.flow().position());
        }
        return head();
    }

    /**
     * Mines a history: bars of equal length, each from boundary to boundary of its timeframe. The first one ends at the next
     * boundary that leaves a second for each of its blocks.
     */
    public synchronized BlockHeader warmUp(int bars, Duration timeframe, int blocksPerBar) {
        long seconds = timeframe.toSeconds();
        long toBoundary = seconds - now.getEpochSecond() % seconds;
        long first = toBoundary < blocksPerBar ? toBoundary + seconds : toBoundary;
        advance(Duration.ofSeconds(first), blocksPerBar);
        for (int bar = 1; bar < bars; bar++) {
            advance(timeframe, blocksPerBar);
        }
        return head();
    }

    /** The newest block. */
    public synchronized BlockHeader head() {
        if (head == null) {
            head = chain.head();
        }
        return head;
    }

    /** Fair prices at the newest block. */
    public synchronized MarketPrices prices() {
        return prices;
    }

    /** Time of the newest block. */
    public synchronized Instant now() {
        return now;
    }

    /** A clock that moves with the blocks. */
    public ChainClock clock() {
        return new ChainClock(this::now);
    }

    /** Nothing runs by itself here. */
    @Override
    public void close() {}

    private void mine(Duration later, FlowPosition position) {
        Wei baseFee = market.gas().next();
        MarketPrices then = market.path().at(now.plusSeconds(later.toSeconds()));
        boolean ahead = position == FlowPosition.AHEAD_OF_AGENTS;
        FeeLadder fees = ahead ? FeeLadder.ahead(baseFee) : FeeLadder.behind(baseFee);
        chain.send(market.flow().next(then, later), fees);
        pass(later);
    }

    private void pass(Duration later) {
        now = now.plusSeconds(later.toSeconds());
        prices = market.path().at(now);
        head = null;
        chain.mine(now);
    }
}
