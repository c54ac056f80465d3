package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.Flow;
import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.WithdrawTask;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.price.DevAsset;
import java.math.BigDecimal;

/** What comes and goes without a trade. */
class FlowFaultsIT {
    @FaultCase(
            id = "flow dust",
            injection = "a stranger sends one unit of USDC and one wei",
            expected = "kept apart; trading goes on")
    void flow_oneUnitOfDust(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.tradesAgain();
        scene.strangers().give(scene.chain().account(), scene.chain().amount(DevAsset.USDC, "0.000001"));
        scene.strangers().pay(Strangers.TRADER, scene.chain().account(), Wei.of(1));
        scene.chain().mine(FaultChain.BLOCK);
        scene.tradesAgain();
        scene.tradesAgain();
        assertThat(scene.facts().flows()).hasSize(2).extracting(Flow::kind).containsOnly(Flow.Kind.QUARANTINED);
        scene.check();
    }

    @FaultCase(
            id = "flow deposit",
            injection = "1,000 USDC and half a coin arrive from an account of the trader's",
            expected = "booked as a deposit, no profit; coins, which name no sender, are kept apart; trading goes on")
    void flow_deposit(CaseRecord record) {
        Scene scene = record.scene(new SceneFiles().agent("flows", "{deposits_from: [\"" + Strangers.TRADER + "\"]}"));
        scene.start();
        scene.tradesAgain();
        scene.strangers()
                .transfer(
                        Strangers.TRADER, scene.chain().account(), scene.chain().amount(DevAsset.USDC, "1000"));
        scene.strangers().pay(Strangers.TRADER, scene.chain().account(), Wei.ofCoins(new BigDecimal("0.5")));
        scene.chain().mine(FaultChain.BLOCK);
        scene.tradesAgain();
        scene.tradesAgain();
        assertThat(scene.facts().flows())
                .extracting(Flow::kind)
                .containsExactly(Flow.Kind.DEPOSIT, Flow.Kind.QUARANTINED);
        scene.check();
    }

    @FaultCase(id = "flow outflow", injection = "100 USDC leave by a transaction that is not ours", expected = "HALTED")
    void flow_unexplainedOutflow(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.tradesAgain();
        scene.evidence()
                .foreign(scene.strangers()
                        .transfer(
                                scene.chain().account(),
                                Strangers.TRADER,
                                scene.chain().amount(DevAsset.USDC, "100")));
        scene.chain().mine(FaultChain.BLOCK);
        scene.cycle();
        scene.cycle();
        assertThat(scene.trading()).isEqualTo(TradingState.HALTED);
        scene.staysHalted();
        scene.check();
    }

    @FaultCase(
            id = "flow withdrawal",
            injection = "a person withdraws 500 USDC while the agent is down",
            expected = "sent once to the pinned account, booked, no loss; trading goes on")
    void flow_withdrawal(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.tradesAgain();
        scene.stop();
        AgentUnderTest.command(scene, session -> new WithdrawTask(session, "500", "USDC"));
        assertThat(scene.closed(Status.FILLED, ".withdraw")).isEqualTo(1);
        scene.start();
        scene.tradesAgain();
        scene.check();
    }
}
