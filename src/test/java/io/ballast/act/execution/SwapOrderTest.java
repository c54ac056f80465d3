package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bps;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.RouteQuote;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwapOrderTest {
    private final FakeChain chain = new FakeChain();

    @Test
    void neverAcceptsLessThanTheSlippageAllows() {
        for (long quoted = 1; quoted < 2_000; quoted++) {
            SwapOrder order = Orders.order(chain.header());
            TokenAmount out = new TokenAmount(Orders.WETH, BigInteger.valueOf(quoted));
            RouteQuote quote = new RouteQuote(
                    order.quote().parts().get(0).route(),
                    Orders.PAID,
                    out,
                    order.quote().after(),
                    new Bps(0),
                    java.math.BigDecimal.ZERO,
                    1);
            TokenAmount minOut = SwapOrder.of(
                            "d1",
                            1,
                            chain.header(),
                            Orders.leg(quote),
                            Duration.ofSeconds(60),
                            order.router(),
                            List.of())
                    .minOut();
            // minOut / quoted >= 0.997, in integers
            assertThat(minOut.raw().longValueExact() * 10_000).isGreaterThanOrEqualTo(quoted * 9_970);
            assertThat(minOut).isLessThanOrEqualTo(out);
        }
    }

    @Test
    void countsTheDeadlineFromThePinnedBlock() {
        SwapOrder order = Orders.order(chain.header());
        assertThat(order.deadline()).isEqualTo(chain.head().ref().timestamp().plusSeconds(60));
        assertThat(order.intentId("swap")).isEqualTo("d000001.1.swap");
    }
}
