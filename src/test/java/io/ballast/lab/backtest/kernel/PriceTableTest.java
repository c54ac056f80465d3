package io.ballast.lab.backtest.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.lab.backtest.baseline.SmaCross;
import org.junit.jupiter.api.Test;

class PriceTableTest {
    @Test
    void namesThePriceThatIsNone() {
        assertThatThrownBy(() -> PriceTable.ofCloses(new long[][] {{5, 5}, {5, 0}}))
                .hasMessageContaining("asset 1 in row 1");
        assertThatThrownBy(() -> PriceTable.ofCloses(new long[][] {{-3}})).hasMessageContaining("row 0");
        assertThatThrownBy(() -> PriceTable.ofCloses(new long[][] {{1L << 58}})).hasMessageContaining("out of range");
        assertThatThrownBy(() -> PriceTable.ofRelatives(new double[][] {{1}, {-0.1}}))
                .hasMessageContaining("-0.1");
        assertThatThrownBy(() -> PriceTable.ofPrices(new double[][] {{Double.NaN}}))
                .hasMessageContaining("row 0");
    }

    @Test
    void refusesAJumpThatItCannotHold() {
        assertThat(PriceTable.ofCloses(new long[][] {{10, 1279}}).relative(0, 1))
                .isEqualTo(127.9);
        assertThatThrownBy(() -> PriceTable.ofCloses(new long[][] {{10, 1280}})).hasMessageContaining("jumped");
    }

    @Test
    void refusesColumnsOfDifferentLength() {
        assertThatThrownBy(() -> PriceTable.ofCloses(new long[][] {{5, 5}, {5}}))
                .hasMessageContaining("[2, 1]");
        assertThatThrownBy(() -> PriceTable.ofRelatives(new double[][] {{1, 1}, {1}}))
                .hasMessageContaining("[2, 1]");
        assertThatThrownBy(() -> PriceTable.ofCloses(new long[][] {})).hasMessageContaining("[]");
    }

    @Test
    void keepsTheDigitsOfSmallPricesAndOfLargeOnes() {
        PriceTable table = PriceTable.ofPrices(new double[][] {{0.000_001_23, 0.000_001_24}, {98_765.43, 98_765.44}});

        assertThat(table.relative(0, 1)).isEqualTo(124.0 / 123);
        assertThat(table.relative(1, 1)).isEqualTo(9_876_544.0 / 9_876_543);
    }

    @Test
    void hasNoPricesToLookAtInATableOfRelatives() {
        PriceTable table = PriceTable.ofRelatives(new double[][] {{1.1}});

        assertThatThrownBy(() -> new Kernel(Cost.NONE, Opening.CASH).run(table, new SmaCross(0, 1, 2)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void showsARuleNothingOfTheFuture() {
        PriceTable table = PriceTable.ofCloses(new long[][] {{10, 11, 12}});
        Moment moment = new Moment(table, new Purse(1, Cost.NONE)).at(1);

        assertThat(moment.close(0, 0)).isEqualTo(11);
        assertThat(moment.relative(0, 0)).isEqualTo(1.1);
        assertThatThrownBy(() -> moment.close(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> moment.close(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> moment.relative(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> moment.relative(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
