package io.ballast.lab.devnet.anvil;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FeeLadderTest {
    private static final Wei BASE = Wei.ofGwei(BigDecimal.ONE);
    /** What an agent offers: twice the base fee and a tip. */
    private static final Wei AGENT = Wei.ofGwei(new BigDecimal("2.1"));

    @Test
    void fallsFromOneTransactionToTheNext() {
        FeeLadder fees = FeeLadder.behind(BASE);
        assertThat(fees.maxFee(1)).isLessThan(fees.maxFee(0));
        assertThat(fees.maxFee(200)).isGreaterThan(BASE);
    }

    @Test
    void standsAheadOfAgentsOrBehindThem() {
        assertThat(FeeLadder.ahead(BASE).maxFee(200)).isGreaterThan(AGENT);
        assertThat(FeeLadder.behind(BASE).maxFee(0)).isLessThan(AGENT);
    }

    @Test
    void paysASmallTipWhereverItStands() {
        assertThat(FeeLadder.ahead(BASE).tip(0))
                .isEqualTo(FeeLadder.behind(BASE).tip(0))
                .isLessThan(BASE);
    }
}
