package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.price.DevAsset;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;

/** F39 to F46 and F55, F56, F59: clocks, prices, attackers and what the account stands on. */
class MarketFaultsIT {
    private static final BigDecimal HALF = new BigDecimal("0.501");
    private static final Bytes LOOP = Bytes.parse("0x5b600056");

    @FaultCase(
            id = "F39",
            injection = "the host's clock is an hour ahead, an hour behind, and steps back",
            expected = "no trade while block and clock disagree; nothing that limits count is forgotten")
    void f39_clockOfTheHost(CaseRecord record) {
        Scene scene = record.scene(new SceneFiles().limit("max_trades_per_hour", "2"));
        scene.start();
        scene.tradesAgain();
        for (long minutes : List.of(60L, -60L, 59L, 1_500L)) {
            scene.skewClock(Duration.ofMinutes(minutes));
            scene.quietCycles(1);
        }
        scene.skewClock(Duration.ZERO);
        scene.tradesAgain();
        scene.skewClock(Duration.ofMinutes(61));
        scene.quietCycles(1);
        scene.skewClock(Duration.ZERO);
        scene.quietCycles(2);
        scene.saw("the third trade of the hour never comes");
        scene.check();
    }

    @FaultCase(
            id = "F40",
            injection = "the price moves past the floor between simulation and block",
            expected = "booked as failed, gas counted, the allowance taken back; the next try has no lower floor")
    void f40_swapReverts(CaseRecord record) {
        Scene scene = record.scene();
        scene.start(atSwap(scene, () -> scene.strangers().raiseWeth("4000000")), Fuse.none());
        scene.cycle();
        assertThat(scene.closed(Status.REVERTED, ".swap")).isEqualTo(1);
        scene.strangers().moveBack();
        scene.chain().mine(FaultChain.BLOCK);
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F41",
            injection = "the swap runs out of gas in its block",
            expected = "booked as failed at the limit that was signed; no higher limit the next time")
    void f41_swapRunsOutOfGas(CaseRecord record) {
        Scene scene = record.scene();
        Quirk router =
                Quirk.on(scene.chain(), scene.chain().addresses().contracts().router());
        scene.start(
                atSwap(scene, () -> {
                    router.become(LOOP);
                    scene.chain().onceMined(router::end);
                }),
                Fuse.none());
        scene.cycle();
        assertThat(scene.closed(Status.REVERTED, ".swap")).isEqualTo(1);
        long most = new JournalFacts(scene.entries())
                .all(IntentSigned.class)
                .mapToLong(IntentSigned::gasLimit)
                .max()
                .orElseThrow();
        scene.tradesAgain();
        assertThat(new JournalFacts(scene.entries()).all(IntentSigned.class))
                .allSatisfy(signed -> assertThat(signed.gasLimit()).isLessThan(2 * most));
        scene.check();
    }

    @FaultCase(
            id = "F43",
            injection = "a sandwich around our swap, in the order of fees",
            expected = "the floor holds; the strangers in between are counted")
    void f43_sandwich(CaseRecord record) {
        Scene scene = record.scene();
        scene.start(
                atSwap(scene, () -> {
                    scene.strangers().raiseWeth("15000");
                    scene.strangers()
                            .swap(
                                    Strangers.ATTACKER,
                                    scene.chain().amount(DevAsset.WETH, "4"),
                                    scene.chain().token(DevAsset.USDC),
                                    500,
                                    Wei.ofGwei(new BigDecimal("1.5")));
                }),
                Fuse.none());
        scene.cycle();
        assertThat(scene.fills()).isEqualTo(1);
        assertThat(new JournalFacts(scene.entries()).all(IntentMined.class))
                .anySatisfy(mined -> assertThat(mined.strangers()).isNotEmpty());
        scene.saw("filled above its floor; strangers named in the journal");
        scene.check();
    }

    @FaultCase(
            id = "F44",
            injection = "every pool is moved by a third within one block",
            expected = "feeds disagree: no trade")
    void f44_flashMovedPools(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.strangers().dumpWeth("2500");
        scene.chain().mine(FaultChain.BLOCK);
        scene.quietCycles(2);
        scene.strangers().moveBack();
        scene.chain().mine(FaultChain.BLOCK);
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F45",
            injection = "liquidity is drained to a hundredth",
            expected = "the price impact cuts the size, or refuses")
    void f45_liquidityIsDrained(CaseRecord record) {
        Usd deep = traded(large(record, 20, 0));
        Usd shallow = traded(large(record, 20, 99));
        assertThat(shallow)
                .as("half at the most")
                .isLessThanOrEqualTo(Usd.of(deep.value().multiply(HALF)));
        assertThat(traded(large(record, 1, 0))).isEqualTo(deep);
        Scene none = large(record, 1, 99);
        none.quietCycles(2);
        none.check();
    }

    /** An agent that may sell almost everything at once, if that moves the price by no more than so many basis points. */
    private static Scene large(CaseRecord record, int bps, int drained) {
        Scene scene = record.scene(new SceneFiles()
                .strategy(
                        "execution",
                        "{venues: [uniswap-v3], max_slippage: 100bps, max_price_impact: " + bps
                                + "bps, deadline: 120s}")
                .limit("max_price_impact", bps + "bps")
                .limit("max_notional_per_trade", "15000 USD"));
        scene.start();
        if (drained > 0) {
            scene.strangers().drainConcentrated(drained);
        }
        scene.chain().mine(FaultChain.BLOCK);
        return scene;
    }

    /** What the first trade sells. */
    private static Usd traded(Scene scene) {
        scene.tradesAgain();
        scene.check();
        return scene.found().transactions().stream()
                .map(tx -> tx.paid(scene.chain().account()))
                .filter(Usd::isPositive)
                .findFirst()
                .orElseThrow();
    }

    @FaultCase(
            id = "F46",
            injection = "a token with the symbol USDC, given to us and traded in a pool of its own",
            expected = "never called, never approved, not in the books")
    void f46_fakeTokenOfTheSameSymbol(CaseRecord record) {
        Scene scene = record.scene();
        Address fake = new Address("0x" + "fa".repeat(20));
        Bytes code = Bytes.parse(scene.chain()
                .rpc()
                .call(
                        "eth_getCode",
                        scene.chain().token(DevAsset.USDC).address().hex(),
                        "latest")
                .stringValue());
        scene.chain().rpc().setCode(fake, code);
        scene.start();
        scene.chain()
                .send(
                        DevAccounts.DEPLOYER,
                        fake,
                        AbiEncoder.call("mint(address,uint256)")
                                .address(scene.chain().account())
                                .integer(BigInteger.TEN.pow(12))
                                .toBytes());
        scene.tradesAgain();
        scene.tradesAgain();
        assertThat(scene.found().transactions()).noneMatch(tx -> tx.to().equals(fake));
        scene.saw("no transaction of ours touches it");
        scene.check();
    }

    @FaultCase(
            id = "F55",
            injection = "the code of the router is replaced",
            expected = "the pinned code differs: HALTED")
    void f55_codeOfTheRouterIsReplaced(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.tradesAgain();
        Quirk router =
                Quirk.on(scene.chain(), scene.chain().addresses().contracts().router());
        router.become(Bytes.parse(router.original().hex() + "00"));
        scene.quietCycles(1);
        scene.staysHalted();
        scene.check();
    }

    @FaultCase(
            id = "F56",
            injection = "the account's coins run out",
            expected = "stops before the last revoke cannot be paid")
    void f56_coinsRunOut(CaseRecord record) {
        Scene scene = record.scene(new SceneFiles().agent("gas", "{max_per_day: 100 USD, reserve: 9.99 ETH}"));
        scene.start();
        for (int i = 0; i < 6; i++) {
            scene.cycle();
        }
        Wei reserve = scene.config().settings().limits().gasReserve();
        assertThat(scene.found().coins()).isGreaterThan(reserve);
        long before = scene.signatures();
        scene.chain().rpc().setBalance(scene.chain().account(), Wei.of(1_000));
        scene.cycle();
        assertThat(scene.signatures()).isEqualTo(before);
        scene.chain().rpc().setBalance(scene.chain().account(), scene.found().coins());
        scene.saw("no signature below the reserve");
        scene.check();
    }

    @FaultCase(
            id = "F59",
            injection = "prices fall until the drawdown limit is reached",
            expected = "HALTED, also after a restart, until a person releases it")
    void f59_drawdown(CaseRecord record) {
        Scene scene = record.scene(
                new SceneFiles().limit("max_drawdown", "{value: 5%}").limit("max_daily_loss", "50%"));
        scene.start();
        scene.tradesAgain();
        BigDecimal price = scene.strangers().price(DevAsset.WETH);
        scene.strangers().feed(DevAsset.WETH, price.multiply(new BigDecimal("0.8")));
        scene.strangers().dumpWeth("2500");
        scene.chain().mine(FaultChain.BLOCK);
        scene.cycle();
        scene.cycle();
        assertThat(scene.trading()).isEqualTo(TradingState.HALTED);
        scene.strangers().feed(DevAsset.WETH, price);
        scene.chain().mine(FaultChain.BLOCK);
        scene.staysHalted();
        scene.check();
    }

    /** Something happens when the first swap has been simulated and signed and is on its way. */
    static World atSwap(Scene scene, Runnable happening) {
        boolean[] done = {false};
        return World.plain().withSubmitter(submitter -> raw -> {
            if (!done[0] && scene.onTheWay(".swap")) {
                done[0] = true;
                happening.run();
            }
            return submitter.send(raw);
        });
    }
}
