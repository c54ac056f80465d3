package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.Receipt;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private static final Hash32 STRANGER = new Hash32("0x" + "77".repeat(32));
    private final Rig rig = new Rig();
    private final FakeChain logs = new FakeChain();

    @Test
    void f21HaltsWhenLessArrivedThanTheOrderAccepts() {
        IntentPlanned planned = planAndSign();
        BigInteger less = planned.minOut().raw().subtract(BigInteger.ONE);
        assertThat(settle(planned, less)).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.isHalted()).isTrue();
        assertThat(rig.risk.state().reason()).contains("outside its order");
    }

    @Test
    void acceptsTheLeastThatTheOrderAccepts() {
        IntentPlanned planned = planAndSign();
        settle(planned, planned.minOut().raw());
        assertThat(rig.isHalted()).isFalse();
        assertThat(rig.events(IntentMined.class).getLast().amountOut()).isEqualTo(planned.minOut());
    }

    @Test
    void namesWhoTouchedThePoolsInBetween() {
        IntentPlanned planned = planAndSign();
        logs.logs.add(log(STRANGER, 101, 6));
        logs.logs.add(log(STRANGER, 101, 5));
        logs.logs.add(log(new Hash32("0x" + "88".repeat(32)), 102, 7));
        logs.logs.add(log(
                rig.log
                        .state()
                        .intent(Rig.ID)
                        .orElseThrow()
                        .attempts()
                        .getLast()
                        .txHash(),
                102,
                6));
        settle(planned, Orders.QUOTED.raw());
        assertThat(rig.events(IntentMined.class).getLast().strangers()).containsExactly(STRANGER);
    }

    @Test
    void settlesWhatWasCountedAtItsWorst() {
        IntentPlanned planned = planAndSign();
        settle(planned, Orders.QUOTED.raw());
        assertThat(rig.events(IntentMined.class).getLast().fee()).isEqualTo(Wei.of(100_000 * 2 + 3));
    }

    private IntentPlanned planAndSign() {
        IntentPlanned planned = rig.plan();
        new Signatory(31_337, rig.chain, rig.log).first(Rig.ID, 0, Rig.call(planned));
        return planned;
    }

    private IntentOutcome settle(IntentPlanned planned, BigInteger received) {
        Settlement settlement = new Settlement(logs, Orders.OWNER, rig.log, rig.risk);
        Hash32 hash = rig.log
                .state()
                .intent(Rig.ID)
                .orElseThrow()
                .attempts()
                .getLast()
                .txHash();
        Receipt receipt = new Receipt(
                hash,
                true,
                102,
                FakeChain.block(102).hash(),
                0,
                100_000,
                Wei.of(2),
                Wei.of(3),
                Orders.fill(received, hash));
        settlement.book(planned, receipt);
        return settlement.settle(planned, new Submission.Mined(receipt));
    }

    private static LogEntry log(Hash32 tx, long block, int index) {
        return new LogEntry(
                Orders.POOL,
                List.of(),
                Bytes.EMPTY,
                block,
                FakeChain.block(block).hash(),
                tx,
                index);
    }
}
