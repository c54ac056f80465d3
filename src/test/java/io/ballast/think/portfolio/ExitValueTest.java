package io.ballast.think.portfolio;

import static io.ballast.think.Markets.PRICES;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.MarketState;
import io.ballast.think.Markets;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ExitValueTest {
    private static final Wei TIP = Wei.ofGwei(BigDecimal.ONE);
    private final Holdings holdings = Markets.holdings(5_000, 15_000, 12_500, 17_500);

    @Test
    void isLessThanTheValueAtFeedPricesByFeeAndImpact() {
        MarketState market = Markets.deep(10_000_000);
        ExitValue exit = ExitValue.of(holdings, market, TIP);

        Usd nav = holdings.nav(market);
        double lost = nav.minus(exit.gross()).over(Usd.of(35_000)).doubleValue();
        // 5 bps of fee, and x/(depth + x) of impact of each sale.
        assertThat(lost).isBetween(0.0005, 0.0005 + 0.0018);
        assertThat(exit.sales()).hasSize(3);
        assertThat(exit.unsold()).isEmpty();
    }

    @Test
    void gasOfSalesAndApprovalsComesOff() {
        ExitValue exit = ExitValue.of(holdings, Markets.deep(10_000_000), TIP);

        long units = exit.sales().stream().mapToLong(SwapQuote::gas).sum() + 3 * GasPrice.APPROVAL;
        // 2 gwei at 2,500 USD
        assertThat(exit.gas()).isEqualTo(Usd.of(new BigDecimal(units).multiply(new BigDecimal("0.000005"))));
        assertThat(exit.net()).isEqualTo(exit.gross().minus(exit.gas()));
    }

    @Test
    void fallsWithDepth() {
        Usd deep = ExitValue.of(holdings, Markets.deep(10_000_000), TIP).net();
        Usd shallow = ExitValue.of(holdings, Markets.deep(100_000), TIP).net();

        assertThat(shallow).isLessThan(deep.minus(Usd.of(1_000)));
    }

    @Test
    void whatCannotBeSoldCountsNothing() {
        MarketState market = Markets.market(PRICES, pool(0x93, Markets.WETH));
        ExitValue exit = ExitValue.of(holdings, market, TIP);

        assertThat(exit.unsold()).containsExactly(Markets.LINK, Markets.WBTC);
        assertThat(exit.gross()).isBetween(Usd.of(34_000), Usd.of(35_000));
    }

    @Test
    void salesThroughOnePoolFeelEachOther() {
        // LINK has no pair with cash, so that it is sold through WETH's.
        MarketState market = Markets.market(
                PRICES,
                Markets.pair(0x90, Markets.LINK, Markets.WETH, 500, 1_000_000, PRICES),
                pool(0x92, Markets.WBTC),
                pool(0x93, Markets.WETH));
        Holdings both = Markets.holdings(17_500, 0, 0, 17_500);
        Usd together = ExitValue.of(both, market, TIP).gross();
        Usd apart = ExitValue.of(Markets.holdings(17_500, 0, 0, 0), market, TIP)
                .gross()
                .plus(ExitValue.of(Markets.holdings(0, 0, 0, 17_500), market, TIP)
                        .gross())
                .minus(Usd.of(2_500)); // the coin is counted twice

        assertThat(together).isLessThan(apart);
    }

    private static PoolState pool(int id, Token token) {
        return Markets.pair(id, token, Markets.USDC, 500, 1_000_000, PRICES);
    }
}
