package io.ballast.act.execution;

import static io.ballast.act.execution.Orders.OWNER;
import static io.ballast.act.execution.Orders.USDC;
import static io.ballast.act.execution.Orders.WETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.Flow;
import io.ballast.act.journal.FlowsBooked;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.dex.web3j.Event;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What moved the balances, as the chain's logs and receipts tell it. */
class FlowReaderTest {
    private static final Hash32 TX = new Hash32("0x" + "7e".repeat(32));
    private final Ground ground = new Ground();
    private final Reconciler reconciler = ground.reconciler(1, FlowRules.CAREFUL);

    @BeforeEach
    void open() {
        reconciler.open(ground.seen());
    }

    @Test
    void aWrapByHandCostsWhatItsReceiptSays() {
        receipt();
        ground.block(0, 500, -542, wrap(Event.WRAP, 500, TX));
        assertThat(reconciler.check(ground.seen())).isTrue();
        assertThat(booked()).extracting(Flow::kind).containsExactly(Flow.Kind.WRAP, Flow.Kind.GAS);
        assertThat(booked().getLast().coins()).isEqualTo(BigInteger.valueOf(-42));
    }

    @Test
    void anUnwrapByHandIsKnownToo() {
        receipt();
        ground.block(0, -500, 458, wrap(Event.UNWRAP, 500, TX));
        assertThat(reconciler.check(ground.seen())).isTrue();
        assertThat(booked()).extracting(Flow::kind).containsExactly(Flow.Kind.UNWRAP, Flow.Kind.GAS);
    }

    @Test
    void gasThatNoReceiptTellsLeftWithoutOurDoing() {
        ground.block(0, 500, -542, wrap(Event.WRAP, 500, TX));
        assertThat(reconciler.check(ground.seen())).isFalse();
        assertThat(ground.risk.state().trading()).isEqualTo(TradingState.HALTED);
        assertThat(ground.risk.state().reason()).contains("written off");
    }

    @Test
    void asksForNoReceiptOfAPlainTransfer() {
        ground.silentReceipts = 1;
        ground.block(7, 9, 0, ground.transfer(USDC, Ground.STRANGER, OWNER, 7), transfer(9));
        assertThat(reconciler.check(ground.seen())).isTrue();
        assertThat(booked()).extracting(Flow::kind).containsExactly(Flow.Kind.QUARANTINED, Flow.Kind.QUARANTINED);
    }

    @Test
    void looksOnlyAtBlocksAfterThoseThatAreBooked() {
        ground.block(7, 0, 0, ground.transfer(USDC, Ground.STRANGER, OWNER, 7));
        reconciler.check(ground.seen());
        ground.block(5, 0, 0, ground.transfer(USDC, Ground.STRANGER, OWNER, 5));
        reconciler.check(ground.seen());
        assertThat(ground.events(FlowsBooked.class)).hasSize(2);
        assertThat(booked())
                .singleElement()
                .satisfies(flow -> assertThat(flow.amount()).isEqualTo(BigInteger.valueOf(5)));
    }

    private List<Flow> booked() {
        return ground.events(FlowsBooked.class).getLast().flows();
    }

    private void receipt() {
        ground.receipts.put(
                TX, new Receipt(TX, true, 101, FakeChain.block(101).hash(), 0, 21, Wei.of(2), Wei.ZERO, List.of()));
    }

    private static LogEntry transfer(long raw) {
        return Orders.transfer(WETH, Ground.STRANGER, OWNER, BigInteger.valueOf(raw), TX, 0);
    }

    static LogEntry wrap(Event event, long raw, Hash32 tx) {
        return new LogEntry(
                WETH.address(),
                List.of(event.topic(), Event.topic(OWNER)),
                Bytes.parse(String.format("0x%064x", raw)),
                101,
                FakeChain.block(101).hash(),
                tx,
                1);
    }
}
