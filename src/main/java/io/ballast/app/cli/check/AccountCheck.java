package io.ballast.app.cli.check;

import io.ballast.agent.AgentConfiguration;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.MarketReader;
import io.ballast.sense.market.Observation;
import io.ballast.think.portfolio.Holdings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Profile of the chain, prices, balances and allowances at one block. */
record AccountCheck(ChainReader chain, AgentConfiguration config) {

    List<CheckLine> lines() {
        Observation seen =
                new MarketReader(chain, config.universe(), config.settings().owner()).observe();
        List<CheckLine> lines = new ArrayList<>(
                new ProfileCheck(seen.market(), config.settings().limits().sequencerGrace()).lines());
        lines.addAll(List.of(prices(seen), balances(seen), gas(seen.account()), allowances(seen.account())));
        return lines;
    }

    private static CheckLine prices(Observation seen) {
        String stale = seen.market().prices().stream()
                .filter(FeedPrice::stale)
                .map(price -> price.token() + " (" + price.updatedAt() + ")")
                .collect(Collectors.joining(", "));
        return stale.isEmpty()
                ? CheckLine.ok("prices", seen.market().prices().size() + " feeds within their heartbeat")
                : CheckLine.fail("prices", "stale: " + stale, "wait for the feeds, or correct their heartbeat");
    }

    private CheckLine balances(Observation seen) {
        Holdings holdings = Holdings.of(seen.account());
        String found = holdings.tokens().stream().map(TokenAmount::toString).collect(Collectors.joining(", "))
                + ", worth " + holdings.invested(seen.market());
        return holdings.invested(seen.market()).isPositive()
                ? CheckLine.ok("balances", found)
                : CheckLine.warn(
                        "balances",
                        found,
                        "send tokens of the universe to " + config.settings().owner());
    }

    private CheckLine gas(AccountState account) {
        Wei reserve = config.settings().limits().gasReserve();
        String found = account.coins().coins().stripTrailingZeros().toPlainString() + " coins, reserve "
                + reserve.coins().stripTrailingZeros().toPlainString();
        return account.coins().compareTo(reserve) > 0
                ? CheckLine.ok("gas", found)
                : CheckLine.fail("gas", found, "send coins for gas to " + account.owner());
    }

    private static CheckLine allowances(AccountState account) {
        String open = account.standing().stream().map(Allowance::toString).collect(Collectors.joining(", "));
        return open.isEmpty()
                ? CheckLine.ok("allowances", "none to any router")
                : CheckLine.warn("allowances", "may be taken: " + open, "the agent revokes them when it starts");
    }
}
