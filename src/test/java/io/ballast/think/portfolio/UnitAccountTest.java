package io.ballast.think.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitAccountTest {
    @Test
    void countsTheWholePortfolioAsOneUnitUntilMoneyMoves() {
        assertThat(UnitAccount.ONE.perUnit(Usd.of(50_000))).isEqualTo(Usd.of(50_000));
    }

    @Test
    void takesADepositForNoGain() {
        UnitAccount after = UnitAccount.ONE.after(Usd.of(1_000), Usd.of(500));
        assertThat(after.units()).isEqualByComparingTo("1.5");
        assertThat(after.perUnit(Usd.of(1_500))).isEqualTo(Usd.of(1_000));
    }

    @Test
    void takesAWithdrawalForNoLoss() {
        UnitAccount after = UnitAccount.ONE.after(Usd.of(1_000), Usd.of(-250));
        assertThat(after.perUnit(Usd.of(750))).isEqualTo(Usd.of(1_000));
        assertThat(after.perUnit(Usd.of(600)))
                .as("a loss afterwards is one of 20 %")
                .isEqualTo(Usd.of(800));
    }

    @Test
    void keepsTheLastValueWhenEverythingIsWithdrawnAndStartsFromItAgain() {
        UnitAccount empty = UnitAccount.ONE.after(Usd.of(900), Usd.of(-900));
        assertThat(empty.units()).isEqualByComparingTo("0");
        assertThat(empty.perUnit(Usd.ZERO)).isEqualTo(Usd.of(900));
        UnitAccount again = empty.after(Usd.ZERO, Usd.of(4_500));
        assertThat(again.units()).isEqualByComparingTo("5");
        assertThat(again.perUnit(Usd.of(4_500))).isEqualTo(Usd.of(900));
    }

    @Test
    void fundsAnEmptyAccountWithOneUnit() {
        UnitAccount funded = UnitAccount.ONE.after(Usd.ZERO, Usd.of(700));
        assertThat(funded.perUnit(Usd.of(700))).isEqualTo(Usd.of(700));
    }

    @Test
    void neverChangesTheValueOfAUnitByMoneyThatMoves() {
        Random random = new Random(5);
        UnitAccount account = UnitAccount.ONE;
        BigDecimal nav = new BigDecimal("50000");
        for (int i = 0; i < 500; i++) {
            BigDecimal flow = nav.multiply(BigDecimal.valueOf(random.nextDouble() - 0.45));
            Usd before = Usd.of(nav);
            Usd price = account.perUnit(before);
            account = account.after(before, Usd.of(flow));
            nav = before.plus(Usd.of(flow)).value();
            assertThat(account.perUnit(Usd.of(nav)).minus(price).abs().value())
                    .isLessThanOrEqualTo(price.value().movePointLeft(9).max(new BigDecimal("0.00000002")));
        }
    }

    @Test
    void refusesFewerUnitsThanNone() {
        assertThatThrownBy(() -> new UnitAccount(new BigDecimal("-0.000000000000000001"), Usd.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
