package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentBroadcast;
import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.risk.Situation;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.market.L1Charge;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private static final Hash32 STRANGER = new Hash32("0x" + "77".repeat(32));
    private final Rig rig = new Rig();
    private final List<LogQuery> asked = new ArrayList<>();
    private final FakeChain logs = new FakeChain() {
        @Override
        public List<LogEntry> logs(LogQuery query) {
            asked.add(query);
            return super.logs(query);
        }
    };

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
        logs.logs.add(log(attempt(), 102, 6));
        settle(planned, Orders.QUOTED.raw());
        assertThat(rig.events(IntentMined.class).getLast().strangers()).containsExactly(STRANGER);
    }

    @Test
    void settlesWhatWasCountedAtItsWorst() {
        IntentPlanned planned = planAndSign();
        settle(planned, Orders.QUOTED.raw());
        assertThat(rig.events(IntentMined.class).getLast().fee()).isEqualTo(Wei.of(100_000 * 2 + 3));
    }

    @Test
    void haltsWhenMoreLeftThanTheOrderPays() {
        IntentPlanned planned = planAndSign();
        List<LogEntry> dear = List.of(
                Orders.transfer(Orders.WETH, Orders.POOL, Orders.OWNER, Orders.QUOTED.raw(), attempt(), 7),
                Orders.transfer(
                        Orders.USDC,
                        Orders.OWNER,
                        Orders.POOL,
                        Orders.PAID.raw().add(BigInteger.ONE),
                        attempt(),
                        8));
        settle(planned, receipt(attempt(), true, 102, dear));
        assertThat(rig.risk.state().reason()).contains("outside its order");
    }

    @Test
    void aRevertMovesNothingButGas() {
        IntentPlanned planned = planAndSign();
        Receipt receipt = receipt(attempt(), false, 102, List.of());
        assertThat(settle(planned, receipt)).isEqualTo(new IntentOutcome.Reverted(Rig.ID, receipt));
        IntentMined mined = rig.events(IntentMined.class).getLast();
        assertThat(mined.amountIn().isZero()).isTrue();
        assertThat(mined.amountOut().isZero()).isTrue();
        assertThat(mined.strangers()).isEmpty();
        assertThat(lastClosed()).isEqualTo(new IntentClosed(Rig.ID, Status.REVERTED, "status 0 in block 102"));
        assertThat(rig.risk.state().watch().failures().count()).isEqualTo(1);
        assertThat(rig.isHalted()).isFalse();
    }

    @Test
    void aCancellationThatIsMinedMovesNothingAndIsAFailure() {
        IntentPlanned planned = planAndSign();
        rig.log.append(new IntentBroadcast(Rig.ID, attempt(), "sent"));
        new Signatory(31_337, rig.chain, rig.log)
                .cancel(
                        rig.log.state().intent(Rig.ID).orElseThrow().attempts().getLast(),
                        new Fees(Rig.gwei("4"), Rig.gwei("2")));
        Receipt receipt = receipt(attempt(), true, 102, Orders.fill(Orders.QUOTED.raw(), attempt()));
        assertThat(settle(planned, receipt)).isEqualTo(new IntentOutcome.Cancelled(Rig.ID, receipt));
        assertThat(rig.events(IntentMined.class).getLast().amountIn().isZero()).isTrue();
        assertThat(lastClosed())
                .isEqualTo(new IntentClosed(Rig.ID, Status.CANCELLED, "its nonce is used up in block 102"));
        assertThat(rig.risk.state().watch().failures().count()).isEqualTo(1);
    }

    @Test
    void aLostNonceHaltsAndCountsNothing() {
        IntentPlanned planned = planAndSign();
        rig.risk.judgeAgain(
                TransactionPlans.swap(
                                Orders.order(rig.chain.head()),
                                Orders.OWNER,
                                new GasOffer(Rig.OFFER.max(), L1Charge.NONE))
                        .proposed(),
                Situation.of(
                        rig.chain.head().ref().timestamp(), Orders.observation(rig.chain.head()), Rig.OFFER.tip()));
        assertThat(rig.risk.state().spends()).hasSize(1);
        assertThat(settlement().settle(planned, new Submission.Lost("used elsewhere")))
                .isEqualTo(new IntentOutcome.Dropped(Rig.ID, "used elsewhere"));
        assertThat(lastClosed()).isEqualTo(new IntentClosed(Rig.ID, Status.LOST, "used elsewhere"));
        assertThat(rig.risk.state().reason()).isEqualTo("used elsewhere");
        assertThat(rig.risk.state().spends()).isEmpty();
        assertThat(rig.risk.state().watch().failures().count()).isZero();
    }

    @Test
    void whatNobodyKnowsStaysOpenAndHalts() {
        IntentPlanned planned = planAndSign();
        assertThat(settlement().settle(planned, new Submission.Unresolved("silence")))
                .isEqualTo(new IntentOutcome.Unresolved(Rig.ID, "silence"));
        assertThat(rig.risk.state().reason()).isEqualTo(Rig.ID + " is unresolved: silence");
        assertThat(rig.log.state().intent(Rig.ID)).isPresent();
    }

    @Test
    void whatWasNeverSentIsAFailureAndNotCounted() {
        IntentPlanned planned = planAndSign();
        assertThat(settlement().settle(planned, new Submission.NotSent("no funds")))
                .isEqualTo(new IntentOutcome.Dropped(Rig.ID, "no funds"));
        assertThat(lastClosed()).isEqualTo(new IntentClosed(Rig.ID, Status.REFUSED, "no funds"));
        assertThat(rig.risk.state().watch().failures().count()).isEqualTo(1);
    }

    @Test
    void namesNobodyWhereNoBlockLiesBetween() {
        IntentPlanned planned = planAndSign();
        logs.logs.add(log(STRANGER, 100, 1));
        settle(planned, receipt(attempt(), true, 100, Orders.fill(Orders.QUOTED.raw(), attempt())));
        assertThat(rig.events(IntentMined.class).getLast().strangers()).isEmpty();
    }

    @Test
    void asksForThePoolsLogsFromAfterThePinnedBlockToItsOwn() {
        IntentPlanned planned = planAndSign();
        settle(planned, Orders.QUOTED.raw());
        assertThat(asked).containsExactly(new LogQuery(101, 102, List.of(Orders.POOL), List.of()));
    }

    @Test
    void everyStrangerOfItsBlockIsInFrontOfOneThatLeftNoLog() {
        IntentPlanned planned = planAndSign();
        logs.logs.add(log(STRANGER, 102, 900));
        settle(planned, receipt(attempt(), true, 102, List.of()));
        assertThat(rig.events(IntentMined.class).getLast().strangers()).containsExactly(STRANGER);
    }

    private IntentClosed lastClosed() {
        return rig.events(IntentClosed.class).getLast();
    }

    private IntentPlanned planAndSign() {
        IntentPlanned planned = rig.plan();
        new Signatory(31_337, rig.chain, rig.log).first(Rig.ID, 0, Rig.call(planned));
        return planned;
    }

    private Settlement settlement() {
        return new Settlement(logs, Orders.OWNER, rig.log, rig.risk);
    }

    private Hash32 attempt() {
        return rig.log.state().intent(Rig.ID).orElseThrow().attempts().getLast().txHash();
    }

    private IntentOutcome settle(IntentPlanned planned, BigInteger received) {
        return settle(planned, receipt(attempt(), true, 102, Orders.fill(received, attempt())));
    }

    private IntentOutcome settle(IntentPlanned planned, Receipt receipt) {
        Settlement settlement = settlement();
        settlement.book(planned, receipt);
        return settlement.settle(planned, new Submission.Mined(receipt));
    }

    private static Receipt receipt(Hash32 hash, boolean succeeded, long block, List<LogEntry> logs) {
        return new Receipt(
                hash, succeeded, block, FakeChain.block(block).hash(), 0, 100_000, Wei.of(2), Wei.of(3), logs);
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
