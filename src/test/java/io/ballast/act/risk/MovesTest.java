package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.risk.ProposedTransaction.Kind;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What moves our own holdings, and what the same transaction is at another price. */
class MovesTest {
    private static final Address ELSEWHERE = Scene.address(0x55);

    private final Scene scene = new Scene();

    @ParameterizedTest
    @CsvSource({
        "SWAP, true, false, false",
        "APPROVE, true, false, false",
        "REVOKE, false, true, false",
        "UNWRAP, false, false, false",
        "WITHDRAW, false, true, true",
        "WITHDRAW_COINS, false, true, true"
    })
    void eachKindIsATradeOrPassesAHaltOrNeither(Kind kind, boolean trades, boolean passesHalt, boolean withdraws) {
        assertThat(kind.trades()).isEqualTo(trades);
        assertThat(kind.passesHalt()).isEqualTo(passesHalt);
        assertThat(kind.withdraws()).isEqualTo(withdraws);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNWRAP", "WITHDRAW", "WITHDRAW_COINS"})
    void aMoveBuysNothingAndCountsItsGasOnly(Kind kind) {
        ProposedTransaction move = scene.move(kind);
        assertThat(move.amountIn()).isEqualTo(Scene.whole(Scene.WETH, "1"));
        assertThat(move.quotedOut()).isEqualTo(TokenAmount.zero(Scene.WETH));
        assertThat(move.spender()).isEqualTo(move.target());
        assertThat(move.pools()).isEmpty();

        Assessment assessment = scene.assess(move);
        assertThat(assessment.refusals()).isEmpty();
        assertThat(assessment.next().spends()).singleElement().satisfies(spend -> {
            assertThat(spend.notional()).isEqualTo(Usd.ZERO);
            assertThat(spend.gas()).isEqualTo(Usd.of(4));
            assertThat(spend.swap()).isFalse();
        });
    }

    @Test
    void aMoveCallsNothingButItsTokenOrTheReceiverOfCoins() {
        scene.recipient = ELSEWHERE;
        scene.withdrawTo = Optional.of(ELSEWHERE);
        for (Kind kind : List.of(Kind.UNWRAP, Kind.WITHDRAW)) {
            assertThat(scene.check(LimitCode.ROUTER_NOT_ALLOWED, misdirected(kind))
                            .figures())
                    .isEqualTo("calls " + Scene.OWNER + " instead of " + Scene.WETH.address());
        }
        assertThat(scene.check(LimitCode.ROUTER_NOT_ALLOWED, misdirected(Kind.WITHDRAW_COINS))
                        .figures())
                .isEqualTo("calls " + Scene.OWNER + " instead of " + ELSEWHERE);
        assertThat(scene.refusals(misdirected(Kind.WITHDRAW))).containsExactly(LimitCode.ROUTER_NOT_ALLOWED);
    }

    @Test
    void anUnwrapForSomebodyElseIsRefused() {
        scene.recipient = ELSEWHERE;
        assertThat(scene.refusals(scene.move(Kind.UNWRAP))).containsExactly(LimitCode.RECIPIENT_NOT_OWNER);
    }

    @Test
    void aMoveIsJudgedByWhatItMayCost() {
        scene.gasLimit = 1_000_000;
        scene.maxGas = Usd.of(19);
        assertThat(scene.refusals(scene.move(Kind.UNWRAP))).containsExactly(LimitCode.GAS_EXCEEDS_MAX_PER_TRADE);
        assertThat(scene.check(LimitCode.GAS_EXCEEDS_MAX_PER_TRADE, scene.move(Kind.WITHDRAW))
                        .figures())
                .isEqualTo("not for what is no trade");
        assertThat(scene.check(LimitCode.GAS_EXCEEDS_MAX_PER_TRADE, scene.revoke())
                        .figures())
                .isEqualTo("not for revokes");
    }

    @Test
    void theSameForMoreDiffersInNothingElse() {
        ProposedTransaction swap = scene.swap();
        ProposedTransaction dearer = swap.withMaxFee(Scene.gwei("12"));

        assertThat(dearer.maxFee()).isEqualTo(Scene.gwei("12"));
        assertThat(dearer.withMaxFee(swap.maxFee())).isEqualTo(swap);
    }

    @Test
    void anApprovalIsForTheKeeperAndTheSpenderItNames() {
        ProposedTransaction swap = scene.swap();
        ProposedTransaction approval = swap.approval("a", 60_000, ELSEWHERE, Scene.OWNER);

        assertThat(approval.kind()).isEqualTo(Kind.APPROVE);
        assertThat(approval.target()).isEqualTo(ELSEWHERE);
        assertThat(approval.spender()).isEqualTo(Scene.OWNER);
        assertThat(approval.gasLimit()).isEqualTo(60_000);
        assertThat(swap.approval("a", 60_000).target()).isEqualTo(Scene.WETH.address());
        assertThat(swap.approval("a", 60_000).spender()).isEqualTo(Scene.ROUTER);
    }

    @Test
    void theWorstGasIsAllOfItAtTheHighestPriceAndTheData() {
        scene.l1Fee = new Wei(BigInteger.valueOf(7));
        scene.gasLimit = 3;
        scene.maxFee = new Wei(BigInteger.valueOf(5));
        assertThat(scene.swap().worstGas()).isEqualTo(new Wei(BigInteger.valueOf(22)));
    }

    private ProposedTransaction misdirected(Kind kind) {
        ProposedTransaction move = scene.move(kind);
        return new ProposedTransaction(
                "x",
                "d",
                kind,
                move.amountIn(),
                move.quotedOut(),
                move.minOut(),
                Scene.OWNER,
                Scene.OWNER,
                move.recipient(),
                List.of(),
                Bps.ZERO,
                Scene.START.plus(Duration.ofMinutes(1)),
                1,
                move.maxFee(),
                move.l1Fee(),
                move.sandwichLoss(),
                Optional.empty());
    }
}
