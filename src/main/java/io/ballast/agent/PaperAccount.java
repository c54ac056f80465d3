package io.ballast.agent;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.Observation;
import io.ballast.think.portfolio.Holdings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a paper trader starts with: the account's real holdings, or the configured capital in cash if it has none. */
final class PaperAccount {
    /** Gas on paper, in multiples of the reserve that has to be left. */
    private static final long RESERVES = 10;

    private PaperAccount() {}

    static AccountState opening(AgentConfiguration config, MarketSource market) {
        Observation seen = market.observe();
        AccountState account = seen.account();
        if (Holdings.of(account).invested(seen.market()).isPositive()) {
            return account;
        }
        Token cash = config.universe().cash();
        BigDecimal whole = config.settings()
                .capital()
                .value()
                .divide(seen.market().price(cash).value(), cash.decimals(), RoundingMode.DOWN);
        List<TokenAmount> balances = account.balances().stream()
                .map(balance -> balance.token().equals(cash) ? TokenAmount.of(cash, whole) : balance)
                .toList();
        Wei coins = config.settings().limits().gasReserve().times(RESERVES);
        return new AccountState(account.owner(), balances, coins, account.allowances());
    }
}
