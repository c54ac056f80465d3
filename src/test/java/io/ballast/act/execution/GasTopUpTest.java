package io.ballast.act.execution;

import static io.ballast.act.execution.Orders.WETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.Custody;
import io.ballast.act.journal.TokenFrozen;
import io.ballast.act.journal.TopUp;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GasTopUpTest {
    private static final Wei COST = Wei.ofCoins(new BigDecimal("0.001"));
    private final Ground ground = new Ground();
    private final GasTopUp rule = rule("0.02", "0.03", "0.05");

    @Test
    void leavesEnoughAlone() {
        assertThat(rule.due(ground.seen(), Custody.NONE, COST)).isEmpty();
        coins("0.02");
        assertThat(rule.due(ground.seen(), Custody.NONE, COST)).isEmpty();
    }

    @Test
    void fillsUpToTheMark() {
        coins("0.019999999999999999");
        assertThat(rule.due(ground.seen(), Custody.NONE, COST)).contains(weth("0.010000000000000001"));
    }

    @Test
    void keepsToTheDaysCapOverRestarts() {
        coins("0");
        assertThat(rule.due(ground.seen(), used("0.03", Duration.ofHours(23)), COST))
                .contains(weth("0.02"));
        assertThat(rule.due(ground.seen(), used("0.05", Duration.ofHours(23)), COST))
                .isEmpty();
        assertThat(rule.due(ground.seen(), used("0.05", Duration.ofHours(24)), COST))
                .contains(weth("0.03"));
    }

    @Test
    void unwrapsNothingThatItsGasWouldEatUp() {
        coins("0");
        assertThat(rule.due(ground.seen(), used("0.049", Duration.ofHours(1)), COST))
                .isEmpty();
        assertThat(rule.due(ground.seen(), used("0.0489", Duration.ofHours(1)), COST))
                .contains(weth("0.0011"));
    }

    @Test
    void unwrapsNoMoreThanThereIs() {
        coins("0");
        ground.block(0, -1_995_000_000_000_000_000L, 0);
        assertThat(rule.due(ground.seen(), Custody.NONE, COST)).contains(weth("0.005"));
    }

    @Test
    void unwrapsNoFrozenToken() {
        coins("0");
        TokenFrozen frozen = new TokenFrozen(WETH, TokenFrozen.Cause.REFUSES, "paused");
        Custody custody =
                new Custody(Optional.empty(), List.of(), Custody.NONE.units(), List.of(frozen), List.of(), List.of());
        assertThat(rule.due(ground.seen(), custody, COST)).isEmpty();
    }

    private void coins(String left) {
        BigInteger now = ground.seen().account().coins().value();
        BigInteger wanted = Wei.ofCoins(new BigDecimal(left)).value();
        ground.block(0, 0, wanted.subtract(now).longValueExact());
    }

    private Custody used(String amount, Duration ago) {
        Instant now = ground.seen().market().block().timestamp();
        TopUp topUp = new TopUp("i", now.minus(ago), Wei.ofCoins(new BigDecimal(amount)));
        return new Custody(Optional.empty(), List.of(), Custody.NONE.units(), List.of(), List.of(), List.of(topUp));
    }

    private static GasTopUp rule(String reserve, String to, String perDay) {
        return new GasTopUp(
                Wei.ofCoins(new BigDecimal(reserve)),
                Wei.ofCoins(new BigDecimal(to)),
                Wei.ofCoins(new BigDecimal(perDay)));
    }

    private static TokenAmount weth(String whole) {
        return TokenAmount.of(WETH, new BigDecimal(whole));
    }
}
