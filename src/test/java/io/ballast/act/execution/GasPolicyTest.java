package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.market.L1Charge;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** A full enough block keeps the base fee at 8; the tip is 3. */
class GasPolicyTest {
    private final GasPolicy gas = new GasPolicy(Wei.of(3));
    private final BlockHeader head = new BlockHeader(FakeChain.block(100), Wei.of(8), 15_000_000, 30_000_000);

    @Test
    void offersTwiceTheNextBaseFee() {
        assertThat(head.nextBaseFee()).isEqualTo(Wei.of(8));
        assertThat(gas.maxFee(head)).isEqualTo(Wei.of(19));
        assertThat(gas.offer(Orders.observation(head).market())).isEqualTo(new GasOffer(Wei.of(19), L1Charge.NONE));
    }

    @Test
    void aRollupsDataMayCostTwiceWhatItCostsNow() {
        GasOffer offer = new GasOffer(Wei.of(19), new L1Charge(Wei.of(5), 700));
        assertThat(offer.worstL1Fee()).isEqualTo(Wei.of(10));
        assertThat(GasLimits.with(100_000, offer.l1())).isEqualTo(101_400);
        Movement coins = Movement.withdrawCoins("w", Wei.of(1), Orders.WETH, Ground.SAVINGS);
        assertThat(coins.worstFee(offer).value()).isEqualTo(BigInteger.valueOf(19L * 61_400 + 10));
    }
}
