package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** F55: code that was replaced halts, and only a person accepts it. */
class CodePinsTest {
    private final Scene scene = new Scene();

    private RiskState look() {
        scene.state = new RiskGate(scene.limits()).observe(scene.situation(), scene.state);
        return scene.state;
    }

    @Test
    void theFirstLookPins() {
        assertThat(look().watch().codes()).isEqualTo(scene.codes);
        assertThat(scene.check(LimitCode.CODE_CHANGED).figures()).isEqualTo("4 contracts as they were");
    }

    @Test
    void aReplacedContractHaltsAndIsNamed() {
        look();
        scene.codes.put(Scene.WETH.address(), Scene.hash(9));

        assertThat(look().trading()).isEqualTo(TradingState.HALTED);
        assertThat(scene.state.reason())
                .isEqualTo("CODE_CHANGED: the code of " + Scene.WETH.address() + " is " + Scene.hash(9) + ", was "
                        + Scene.hash(2) + "; a person accepts it by limits.accept_code");
        assertThat(scene.refusals()).containsExactly(LimitCode.TRADING_HALTED, LimitCode.CODE_CHANGED);
        assertThat(scene.check(LimitCode.CODE_CHANGED).figures()).startsWith("the code of " + Scene.WETH.address());
    }

    @Test
    void aNewPinDoesNotHideAChange() {
        look();
        scene.codes.put(Scene.WETH.address(), Scene.hash(9));
        look();

        assertThat(look().watch().codes()).containsEntry(Scene.WETH.address(), Scene.hash(2));
        assertThat(scene.state.resume().watch().codes()).containsEntry(Scene.WETH.address(), Scene.hash(2));
    }

    @Test
    void aPersonAcceptsTheUpgradeAndItStaysAccepted() {
        look();
        scene.codes.put(Scene.WETH.address(), Scene.hash(9));
        look();
        scene.accepted.put(Scene.WETH.address(), Scene.hash(9));
        scene.state = scene.state.resume();

        assertThat(look().trading()).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.refusals()).isEmpty();
        scene.accepted.clear();
        assertThat(look().trading()).isEqualTo(TradingState.ACTIVE);
        scene.codes.put(Scene.WETH.address(), Scene.hash(2));
        assertThat(look().trading()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void whatIsAcceptedMustBeThere() {
        scene.accepted.put(Scene.WETH.address(), Scene.hash(9));

        assertThat(look().trading()).isEqualTo(TradingState.HALTED);
        assertThat(scene.state.watch().codes()).isEmpty();
    }

    @Test
    void whatIsAcceptedMustBeThereThoughEveryContractIsAsItWasPinned() {
        look();
        scene.accepted.put(Scene.WETH.address(), Scene.hash(9));

        assertThat(scene.check(LimitCode.CODE_CHANGED).figures())
                .startsWith("the code of " + Scene.WETH.address() + " is " + Scene.hash(2) + ", was " + Scene.hash(9));
        assertThat(look().trading()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void whatIsAcceptedAndNotReadIsNoChange() {
        look();
        scene.accepted.put(Scene.OWNER, Scene.hash(9));

        assertThat(look().trading()).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void aContractThatNobodyReadsAnyMoreIsNoChange() {
        look();
        scene.codes.remove(Scene.FAKE.address());

        assertThat(look().trading()).isEqualTo(TradingState.ACTIVE);
        assertThat(scene.state.watch().codes()).containsKey(Scene.FAKE.address());
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void whateverATransactionTouchesMustBeKnown() {
        for (var touched : java.util.List.of(Scene.WETH.address(), Scene.USDC.address(), Scene.ROUTER)) {
            Scene unread = new Scene();
            unread.codes.remove(touched);
            assertThat(unread.check(LimitCode.CODE_CHANGED).figures())
                    .isEqualTo("the code of " + touched + " is unknown");
        }
        scene.target = Scene.OWNER;
        assertThat(scene.check(LimitCode.CODE_CHANGED).passed()).isFalse();
        scene.target = Scene.ROUTER;
        scene.spender = Scene.OWNER;
        assertThat(scene.check(LimitCode.CODE_CHANGED).passed()).isFalse();
    }

    @Test
    void whereCodeIsNotPinnedNothingIsAskedFor() {
        scene.pinsCode = false;
        scene.codes.clear();

        assertThat(scene.check(LimitCode.CODE_CHANGED).figures()).isEqualTo("not asked for");
        assertThat(scene.refusals()).isEmpty();
    }
}
