package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.amount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.sense.dex.Pools.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwapFeesTest {
    @Test
    void theProtocolTakesItsShareFirstAndTheRestIsRoundedUp() {
        // 1000 + 3000·(1 − 0.001) = 3997; 7 + 500·(1 − 0.000007) = 506.9965, rounded up.
        assertThat(SwapFees.withProtocol(3000, 1000, 0)).isEqualTo(new SwapFees(3997, 3000));
        assertThat(SwapFees.withProtocol(500, 0, 7)).isEqualTo(new SwapFees(500, 507));
    }

    @Test
    void refusesAFeeOfAllOrLessThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> SwapFees.of(1_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new SwapFees(0, -1));
    }

    @Test
    void aPoolChargesEachDirectionItsOwnFee() {
        ConcentratedPool even =
                Pools.pool(Pools.spec(1, A, B, 3000, 60), 0, List.of(Position.of(-6000, 6000, "1000000000000000000")));
        ConcentratedPool uneven = new ConcentratedPool(
                even.spec(),
                even.sqrtPriceX96(),
                even.tick(),
                even.liquidity(),
                even.ticks(),
                new SwapFees(3000, 9000));

        assertThat(uneven.swapExactIn(amount(A, "1000000")).amountOut())
                .isEqualTo(even.swapExactIn(amount(A, "1000000")).amountOut());
        // 1e6·(1 − 0.009)·(1 − 1e6/1e18), rounded down
        assertThat(uneven.swapExactIn(amount(B, "1000000")).amountOut()).isEqualTo(amount(A, "990999"));
        SwapResult swap = uneven.swapExactIn(amount(B, "1000000"));
        assertThat(((ConcentratedPool) swap.after()).fees()).isEqualTo(uneven.fees());
    }
}
