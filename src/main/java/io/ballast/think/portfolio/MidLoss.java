package io.ballast.think.portfolio;

import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.RouteQuote;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.MarketState;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a swap loses against the mid prices of its pools. */
public final class MidLoss {
    private MidLoss() {}

    /**
     * Share of the amount in that is lost to fee and impact together, {@code 1 − out / Σ (in · Π mid)}, at scale 12. Negative
     * if an earlier swap has moved the pools in its favour since.
     *
     * @param reference market whose mid prices count
     */
    public static BigDecimal share(SwapQuote quote, MarketState reference) {
        BigDecimal atMid =
                quote.parts().stream().map(part -> atMid(part, reference)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return BigDecimal.ONE.subtract(quote.amountOut().whole().divide(atMid, 12, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal atMid(RouteQuote part, MarketState reference) {
        BigDecimal atMid = part.amountIn().whole();
        for (Hop hop : part.route().hops()) {
            atMid = atMid.multiply(reference.pool(hop.pool()).midPrice(hop.in()));
        }
        return atMid;
    }
}
