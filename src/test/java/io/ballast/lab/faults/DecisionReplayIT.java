package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.DecisionMade;
import io.ballast.agent.DecisionReplay;
import io.ballast.lab.devnet.price.DevAsset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** I10: what the journal, the configuration and the chain say together is enough to come to every decision again, bit for bit. */
class DecisionReplayIT {
    private final CaseRecord record = new CaseRecord();

    @AfterEach
    void end() {
        record.closeAll();
    }

    @Test
    void comesToEveryDecisionAgainOverRestartsGiftsAndRefusals() {
        Scene scene = record.scene(new SceneFiles().limit("max_trades_per_hour", "4"));
        scene.start();
        scene.tradesAgain();
        scene.strangers().give(scene.chain().account(), scene.chain().amount(DevAsset.WETH, "0.3"));
        scene.tradesAgain();
        scene.start(Fuse.at("before send", 2));
        scene.cycleUntilCrash();
        scene.start();
        scene.tradesAgain();
        scene.cycle();
        scene.cycle();

        var pairs = new DecisionReplay(scene.config(), AgentUnderTest.reader(scene)).of(scene.entries());
        assertThat(pairs)
                .hasSizeGreaterThan(4)
                .allSatisfy(pair -> assertThat(pair.again()).isEqualTo(pair.made()));
        assertThat(pairs).extracting(pair -> pair.made().chosen() > 0).contains(true);
        assertThat(pairs.stream().map(DecisionReplay.Pair::made))
                .extracting(DecisionMade::chosen)
                .contains(0);
    }
}
