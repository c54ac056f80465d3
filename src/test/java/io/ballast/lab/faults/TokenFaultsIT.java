package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.Flow;
import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.base.units.Address;
import io.ballast.lab.devnet.price.DevAsset;
import java.math.BigInteger;
import java.util.List;

/** F47 to F54: tokens and a router that begin to misbehave while the agent trades them. */
class TokenFaultsIT {
    private static final String THREE = "{WETH: {target: 40%}, LINK: {target: 30%}, USDC: {target: 30%}}";

    @FaultCase(
            id = "F47",
            injection =
                    "a token begins to keep 3 % of every transfer, before a decision and between simulation and block",
            expected = "not traded, or what is missing is noticed and trading it stops; others go on where nothing is"
                    + " missing")
    void f47_feeOnTransferTurnedOn(CaseRecord record) {
        Scene before = three(record);
        Quirk link = quirk(before, DevAsset.LINK, "TaxedToken");
        before.start();
        link.begin();
        before.quietlyFor("LINK", 3);
        link.rest();
        before.tradesAgain();
        before.check();

        Scene between = record.scene();
        Quirk weth = quirk(between, DevAsset.WETH, "TaxedToken");
        between.start(MarketFaultsIT.atSwap(between, weth::begin), Fuse.none());
        between.cycle();
        long signed = between.signatures();
        between.cycle();
        assertThat(between.closed(Status.FILLED, ".swap")).isLessThanOrEqualTo(1);
        assertThat(between.signatures()).as("nothing more of it").isLessThanOrEqualTo(signed + 1);
        weth.rest();
        between.check();
    }

    @FaultCase(
            id = "F48",
            injection = "every balance of a token grows by a hundredth, then shrinks, without a transfer",
            expected = "booked as an adjustment, no profit of ours; trading goes on")
    void f48_rebase(CaseRecord record) {
        for (long factor : List.of(10_100L, 9_900L)) {
            Scene scene = record.scene();
            Quirk weth = quirk(scene, DevAsset.WETH, "RebasedToken");
            scene.start();
            scene.tradesAgain();
            weth.begin(BigInteger.valueOf(factor));
            scene.tradesAgain();
            scene.tradesAgain();
            assertThat(scene.facts().flows())
                    .extracting(Flow::kind)
                    .contains(Flow.Kind.ADJUSTMENT)
                    .doesNotContain(Flow.Kind.DEPOSIT);
            scene.check();
        }
    }

    @FaultCase(
            id = "F49",
            injection =
                    "a token that we hold is paused; we are put on its blocklist; one that we do not hold is paused",
            expected = "that token is left alone; the others go on")
    void f49_tokenPausedOrAgentBlocklisted(CaseRecord record) {
        for (String name : List.of("PausedToken", "BlockingToken")) {
            Scene scene = three(record);
            Quirk link = quirk(scene, DevAsset.LINK, name);
            scene.start();
            scene.tradesFor("LINK");
            link.begin(new BigInteger(1, scene.chain().account().bytes()));
            scene.quietlyFor("LINK", 1);
            scene.untilUpkeep();
            scene.tradesAgain();
            scene.saw("frozen at the next look; the others are traded");
            link.rest();
            scene.check();
        }
        Scene early = three(record);
        Quirk link = quirk(early, DevAsset.LINK, "PausedToken");
        link.begin();
        early.start();
        early.tradesAgain();
        early.quietlyFor("LINK", 1);
        early.saw("paused before we held it: frozen from the start");
        link.rest();
        early.check();
    }

    @FaultCase(
            id = "F50",
            injection =
                    "transfers answer false; answer nothing, move no zero and want approve(0) first, as Tether, where a crash"
                            + " left an allowance",
            expected = "success is judged by balances; approve(0) before the next allowance")
    void f50_returnValues(CaseRecord record) {
        Scene refusing = three(record);
        Quirk link = quirk(refusing, DevAsset.LINK, "RefusingToken");
        refusing.start();
        refusing.tradesFor("LINK");
        link.begin();
        refusing.quietlyFor("LINK", 1);
        refusing.untilUpkeep();
        refusing.tradesAgain();
        link.rest();
        refusing.check();

        Scene tether = record.scene();
        quirk(tether, DevAsset.USDC, "TetherlikeToken").begin();
        tether.start(Fuse.at("before journal IntentPlanned", 2));
        tether.cycleUntilCrash();
        tether.start();
        assertThat(tether.closed(Status.FILLED, ".revoke-")).as("back to zero").isEqualTo(1);
        tether.tradesAgain();
        tether.tradesAgain();
        tether.check();
    }

    @FaultCase(
            id = "F51",
            injection = "the router pays out and takes nothing, so that its allowance stays",
            expected = "the allowance is read back and taken back, the router banned, HALTED")
    void f51_approvalNotConsumed(CaseRecord record) {
        Scene scene = record.scene();
        Address router = scene.chain().addresses().contracts().router();
        Quirk keeping = Quirk.on(scene.chain(), router);
        scene.start(
                MarketFaultsIT.atSwap(scene, () -> {
                    scene.strangers().give(router, scene.chain().amount(DevAsset.WETH, "0.7"));
                    keeping.become(
                            "KeepingRouter",
                            new BigInteger(
                                    1,
                                    scene.chain().token(DevAsset.WETH).address().bytes()));
                    scene.chain().onceMined(keeping::end);
                }),
                Fuse.none());
        scene.cycle();
        scene.cycle();
        assertThat(scene.closed(Status.FILLED, ".revoke-")).as("revokes").isEqualTo(1);
        scene.staysHalted();
        scene.check();
    }

    @FaultCase(
            id = "F52",
            injection = "a token that can be bought and not sold",
            expected = "the survey before the start refuses it; a sale that would fail is not signed")
    void f52_honeypot(CaseRecord record) {
        Scene scene = record.scene(new SceneFiles().strategy("universe", "{WETH: {target: 1%}, USDC: {target: 99%}}"));
        Quirk weth = quirk(scene, DevAsset.WETH, "TrapToken");
        scene.start();
        weth.begin(new BigInteger(1, scene.chain().account().bytes()));
        scene.quietCycles(2);
        weth.rest();
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F53",
            injection = "a token that calls back its mover; one that burns all gas",
            expected = "harmless, or not signed; no loop, gas bounded by the limit that was signed")
    void f53_reentrantAndBurning(CaseRecord record) {
        Scene calling = record.scene();
        Quirk caller = quirk(calling, DevAsset.WETH, "ReentrantToken");
        calling.start();
        caller.begin();
        calling.tradesAgain();
        calling.check();

        Scene scene = three(record);
        Quirk link = quirk(scene, DevAsset.LINK, "BurningToken");
        scene.start();
        link.begin();
        scene.quietlyFor("LINK", 2);
        link.rest();
        scene.tradesAgain();
        scene.check();

        Scene burnt = record.scene();
        Quirk weth = quirk(burnt, DevAsset.WETH, "BurningToken");
        burnt.start(
                MarketFaultsIT.atSwap(burnt, () -> {
                    weth.begin();
                    burnt.chain().onceMined(weth::rest);
                }),
                Fuse.none());
        burnt.cycle();
        assertThat(burnt.closed(Status.REVERTED, ".swap")).isEqualTo(1);
        burnt.tradesAgain();
        burnt.check();
    }

    @FaultCase(
            id = "F54",
            injection = "decimals change, then revert; the symbol is a million letters with control characters, then 32"
                    + " bytes",
            expected = "decimals and symbols are those of the file; the chain's are never used")
    void f54_decimalsAndSymbol(CaseRecord record) {
        Scene scene = record.scene();
        Quirk weth = quirk(scene, DevAsset.WETH, "ShiftingToken");
        scene.start();
        weth.begin(BigInteger.valueOf(6));
        scene.tradesAgain();
        weth.begin(BigInteger.valueOf(255));
        scene.tradesAgain();
        scene.check();

        Scene old = record.scene();
        quirk(old, DevAsset.WETH, "OldSymbolToken").begin();
        old.start();
        old.tradesAgain();
        old.check();
    }

    private static Scene three(CaseRecord record) {
        return record.scene(new SceneFiles().strategy("universe", THREE));
    }

    private static Quirk quirk(Scene scene, DevAsset asset, String name) {
        return Quirk.on(scene.chain(), scene.chain().token(asset).address()).dormant(name);
    }
}
