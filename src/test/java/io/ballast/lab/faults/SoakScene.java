package io.ballast.lab.faults;

import io.ballast.act.journal.DecisionMade;
import io.ballast.lab.devnet.price.DevAsset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** One account and one journal of the soak, over days of the chain's time. Used by one thread. */
final class SoakScene {
    private static final List<String> STEPS = List.of(
            "before journal DecisionMade",
            "before journal IntentPlanned",
            "after journal IntentPlanned",
            "before sign",
            "before journal IntentSigned",
            "before send",
            "after send",
            "before journal IntentMined",
            "before journal IntentClosed",
            "before head");
    private final Scene scene;
    private final Random random;
    private final long firstBlock;
    private boolean runsAway;
    private boolean moved;
    private boolean reorganises;
    private long mined;

    SoakScene(CaseRecord record, Random random) {
        this.random = random;
        this.scene = record.scene(files(2 + random.nextInt(2)));
        this.firstBlock = scene.chain().height();
        scene.chain().beforeMining(this::takeBack);
        start(Fuse.none());
    }

    /** Whatever arrives is the trader's, so that there is always more to trade, and no limit is reached by so many days. */
    private static SceneFiles files(int confirmations) {
        return new SceneFiles()
                .confirmations(confirmations)
                .agent("flows", "{unexpected_in: deposit, reconcile_every: 5}")
                .agent("capital", "{max: 5000000 USD}")
                .agent("gas", "{max_per_day: 2000 USD}")
                .limit("max_notional_per_hour", "1000000 USD")
                .limit("max_notional_per_day", "1000000 USD")
                .limit("max_turnover_per_day", "100%")
                .limit("max_trades_per_day", "1000")
                .limit("max_equal_trades", "50");
    }

    Scene scene() {
        return scene;
    }

    long blocks() {
        return scene.chain().height() - firstBlock;
    }

    long decisions() {
        return new JournalFacts(scene.entries()).all(DecisionMade.class).count();
    }

    private void start(Fuse fuse) {
        World world = World.plain().withSubmitter(submitter -> raw -> {
            if (runsAway && scene.onTheWay(".swap")) {
                runsAway = false;
                moved = true;
                scene.strangers().raiseWeth("4000000");
            }
            return submitter.send(raw);
        });
        scene.start(world, fuse);
    }

    /** Ends the agent at a step of its way, and starts another. */
    void crash() {
        start(Fuse.at(STEPS.get(random.nextInt(STEPS.size())), 1 + random.nextInt(2)));
        for (int i = 0; i < 3; i++) {
            try {
                scene.cycle();
            } catch (Crash crash) {
                scene.gone();
                break;
            }
        }
        start(Fuse.none());
    }

    /** Before the next swap is in a block, a stranger moves every pool. */
    void runAway() {
        runsAway = true;
    }

    /** And back. */
    void comeBack() {
        runsAway = false;
        if (moved) {
            moved = false;
            scene.strangers().moveBack();
            scene.chain().mine(FaultChain.BLOCK);
        }
    }

    /** The next block with a transaction of ours is taken back, and the pool has forgotten it. */
    void reorganise() {
        reorganises = true;
    }

    private void takeBack() {
        long now = scene.minedOnChain();
        if (reorganises && now > mined) {
            reorganises = false;
            scene.chain().rpc().reorg(1);
        }
        mined = now;
    }

    /** Most of an hour passes; feeds are fresh, and the trader pays in what makes either token too much by a bite. */
    void nextHour() {
        reorganises = false;
        scene.chain().mine(Duration.ofMinutes(50));
        boolean cash = random.nextBoolean();
        BigDecimal price = scene.strangers().price(DevAsset.WETH);
        BigDecimal surplus = held(DevAsset.USDC).subtract(held(DevAsset.WETH).multiply(price));
        BigDecimal dollars = (cash ? surplus.negate() : surplus)
                .max(BigDecimal.ZERO)
                .add(BigDecimal.valueOf(2_000 + random.nextInt(1_800)));
        pay(cash ? DevAsset.USDC : DevAsset.WETH, cash ? dollars : dollars.divide(price, 9, RoundingMode.DOWN));
        for (DevAsset asset : DevAsset.values()) {
            scene.strangers().feed(asset, scene.strangers().price(asset));
        }
        scene.chain().mine(FaultChain.BLOCK);
    }

    private BigDecimal held(DevAsset asset) {
        return scene.evidence().balance(scene.chain().token(asset)).whole();
    }

    private void pay(DevAsset asset, BigDecimal whole) {
        String amount = whole.setScale(6, RoundingMode.DOWN).toPlainString();
        scene.strangers().give(scene.chain().account(), scene.chain().amount(asset, amount));
    }
}
