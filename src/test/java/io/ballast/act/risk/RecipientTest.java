package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.risk.ProposedTransaction.Kind;
import io.ballast.base.units.Address;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money leaves for the one pinned account, and everything else stays with the one that trades. */
class RecipientTest {
    private final Scene scene = new Scene();

    @BeforeEach
    void knowTheSavings() {
        scene.codes.put(Scene.SAVINGS, Scene.hash(5));
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHDRAW", "WITHDRAW_COINS"})
    void aWithdrawalGoesToThePinnedAccountOnly(Kind kind) {
        assertThat(scene.refusals(move(kind, Scene.SAVINGS))).isEmpty();
        assertThat(scene.refusals(move(kind, Scene.ROUTER))).containsExactly(LimitCode.RECIPIENT_NOT_OWNER);
        assertThat(scene.check(LimitCode.RECIPIENT_NOT_OWNER, move(kind, Scene.OWNER))
                        .figures())
                .isEqualTo(Scene.OWNER + " instead of " + Scene.SAVINGS);
    }

    @Test
    void nothingIsWithdrawnWhereNoAccountIsPinned() {
        scene.withdrawTo = Optional.empty();
        LimitCheck check = scene.check(LimitCode.RECIPIENT_NOT_OWNER, move(Kind.WITHDRAW, Scene.SAVINGS));

        assertThat(check.passed()).isFalse();
        assertThat(check.figures()).isEqualTo(Scene.SAVINGS + ", and no account is pinned");
    }

    @Test
    void whatIsUnwrappedStaysEvenFromThePinnedAccount() {
        assertThat(scene.refusals(move(Kind.UNWRAP, Scene.OWNER))).isEmpty();
        assertThat(scene.refusals(move(Kind.UNWRAP, Scene.SAVINGS))).containsExactly(LimitCode.RECIPIENT_NOT_OWNER);
    }

    @Test
    void theProceedsOfASwapDoNotGoToThePinnedAccount() {
        scene.recipient = Scene.SAVINGS;
        assertThat(scene.refusals()).containsExactly(LimitCode.RECIPIENT_NOT_OWNER);
    }

    private ProposedTransaction move(Kind kind, Address recipient) {
        Address target = kind == Kind.WITHDRAW_COINS ? recipient : Scene.WETH.address();
        return ProposedTransaction.move(
                "w",
                "w",
                kind,
                Scene.whole(Scene.WETH, "1"),
                target,
                recipient,
                Scene.START.plusSeconds(60),
                60_000,
                scene.maxFee,
                scene.l1Fee);
    }
}
