package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeesTest {
    private static final Wei NO_CEILING = Wei.of(Long.MAX_VALUE);

    @ParameterizedTest
    @CsvSource({
        // max, tip, base fee, raised max, raised tip
        "800, 80, 1, 900, 90",
        "801, 81, 1, 902, 92",
        "8, 1, 1, 9, 2",
        "1, 0, 0, 2, 1",
        "800, 80, 405, 900, 90",
        "800, 80, 406, 902, 90",
        "800, 80, 1000, 2090, 90"
    })
    void raisesBothByAnEighthRoundedUpAndKeepsUpWithTheBaseFee(
            long max, long tip, long base, long raisedMax, long raisedTip) {
        assertThat(new Fees(Wei.of(max), Wei.of(tip)).raised(head(base), NO_CEILING))
                .contains(new Fees(Wei.of(raisedMax), Wei.of(raisedTip)));
    }

    @Test
    void goesUpToTheCeilingAndNotBeyond() {
        Fees fees = new Fees(Wei.of(800), Wei.of(80));
        assertThat(fees.raised(head(1), Wei.of(900))).isPresent();
        assertThat(fees.raised(head(1), Wei.of(899))).isEmpty();
        assertThat(fees.raised(head(600), Wei.of(1_000))).contains(new Fees(Wei.of(1_000), Wei.of(90)));
    }

    @Test
    void offersNothingThatTheNextBlockCannotHold() {
        Fees fees = new Fees(Wei.of(800), Wei.of(80));
        assertThat(fees.raised(head(1_000), Wei.of(1_000))).isPresent();
        assertThat(fees.raised(head(1_001), Wei.of(1_000))).isEmpty();
    }

    @Test
    void knowsWhenABlockCannotHoldIt() {
        Fees fees = new Fees(Wei.of(800), Wei.of(80));
        assertThat(fees.isBelow(head(800))).isFalse();
        assertThat(fees.isBelow(head(801))).isTrue();
    }

    @Test
    void refusesATipThatIsMoreThanAll() {
        assertThatThrownBy(() -> new Fees(Wei.of(1), Wei.of(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than all");
        assertThat(new Fees(Wei.of(2), Wei.of(2)).tip()).isEqualTo(Wei.of(2));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1, -1, 1", "1, 0, 0"})
    void refusesRulesThatMakeNoSense(int after, int most, int budget) {
        assertThatThrownBy(() -> new FeeRules(true, Wei.of(1), after, most, budget))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheLowerOfCeilingAndBudget() {
        Fees first = new Fees(Wei.of(10), Wei.of(1));
        assertThat(new FeeRules(true, Wei.of(100), 1, 0, 5).ceilingFor(first)).isEqualTo(Wei.of(50));
        assertThat(new FeeRules(true, Wei.of(40), 1, 0, 5).ceilingFor(first)).isEqualTo(Wei.of(40));
        assertThat(new FeeRules(true, Wei.of(40), 1, 0, 1).ceilingFor(first)).isEqualTo(Wei.of(10));
    }

    static BlockHeader head(long baseFee) {
        return new BlockHeader(FakeChain.block(100), Wei.of(baseFee), 15_000_000, 30_000_000);
    }
}
