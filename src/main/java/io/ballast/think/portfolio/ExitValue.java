package io.ballast.think.portfolio;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.MarketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What holdings would bring if everything were sold for cash now, through the depth that the pools really have.
 *
 * @param gross cash after all sales and coins, at feed prices
 * @param gas of all sales and their approvals
 * @param sales in the universe's order, each quoted on the pools as the one before leaves them
 * @param unsold tokens held that no pool can take; they count nothing
 */
public record ExitValue(Usd gross, Usd gas, List<SwapQuote> sales, List<Token> unsold) {
    public ExitValue {
        sales = List.copyOf(sales);
        unsold = List.copyOf(unsold);
    }

    /**
     * Sells one token after another.
     *
     * @param tip per unit of gas for the block's producer
     */
    public static ExitValue of(Holdings holdings, MarketState market, Wei tip) {
        GasPrice gas = GasPrice.next(market, tip);
        Token cash = market.universe().cash();
        List<SwapQuote> sales = new ArrayList<>();
        List<Token> unsold = new ArrayList<>();
        MarketState left = market;
        for (TokenAmount amount : holdings.tokens()) {
            if (amount.isZero() || amount.token().equals(cash)) {
                continue;
            }
            Optional<SwapQuote> sale =
                    market.universe().routing().best(left.pools(), amount, cash, () -> gas.in(cash, market));
            sale.ifPresentOrElse(sales::add, () -> unsold.add(amount.token()));
            left = left.with(sale.map(SwapQuote::after).orElse(List.of()));
        }
        TokenAmount proceeds = holdings.amount(cash);
        long units = 0;
        int transactions = 0;
        for (SwapQuote sale : sales) {
            int approvals = market.universe().approvals(sale);
            proceeds = proceeds.plus(sale.amountOut());
            units += GasPrice.withApprovals(sale, approvals);
            transactions += 1 + approvals;
        }
        Usd gross = proceeds.at(market.price(cash)).plus(holdings.coins().at(gas.coin()));
        return new ExitValue(gross, gas.cost(units, transactions), sales, unsold);
    }

    /** What is left when the gas is paid. */
    public Usd net() {
        return gross.minus(gas);
    }
}
