package io.ballast.agent;

import io.ballast.act.execution.GasTopUp;
import io.ballast.base.config.Bound;
import io.ballast.base.config.Coins;
import io.ballast.base.config.GasPrice;
import io.ballast.base.config.Problems;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.Network;
import io.ballast.sense.market.NetworkFile;
import java.util.Optional;

/**
 * What gas may cost, from the agent's file and the network's.
 *
 * @param reserve coins that must always be left
 * @param maxPrice per unit of gas, base fee included
 * @param tip per unit of gas
 * @param topUp when coins are unwrapped; never if empty
 */
record GasInForce(Wei reserve, Wei maxPrice, Wei tip, Usd maxPerDay, Optional<GasTopUp> topUp) {

    static GasInForce of(Bound<AgentFile> agent, Network network, Problems problems) {
        GasFile own = agent.value().gas();
        NetworkFile.GasProfile usual = network.file().gas();
        checkCoin(agent, "gas.reserve", own.reserve(), network, problems);
        checkCoin(agent, "gas.top_up.to", own.topUp().map(GasFile.TopUp::to), network, problems);
        checkCoin(agent, "gas.top_up.max_per_day", own.topUp().map(GasFile.TopUp::maxPerDay), network, problems);
        Optional<Coins> reserve = own.reserve().or(usual::reserve);
        if (reserve.isEmpty() && agent.clean(problems, "gas.reserve")) {
            agent.problem(
                    problems,
                    "gas.reserve",
                    "missing, and network " + network.file().name() + " has none of its own");
        }
        GasPrice max = own.maxPrice().orElse(usual.maxPrice());
        GasPrice tip = own.tip().orElse(usual.tip());
        if (tip.perGas().compareTo(max.perGas()) > 0) {
            agent.problem(
                    problems,
                    own.tip().isPresent() ? "gas.tip" : "gas.max_price",
                    "the tip " + tip.text() + " is more than the highest price " + max.text());
        }
        Wei least = reserve.map(Coins::amount).orElse(Wei.ZERO);
        Optional<GasTopUp> topUp = own.topUp().map(file -> topUp(agent, file, least, network, problems));
        return new GasInForce(least, max.perGas(), tip.perGas(), own.maxPerDay(), topUp);
    }

    private static GasTopUp topUp(
            Bound<AgentFile> agent, GasFile.TopUp file, Wei reserve, Network network, Problems problems) {
        String wrapped = network.file().wrapped().text();
        if (!file.from().text().equals(wrapped)) {
            agent.problem(
                    problems,
                    "gas.top_up.from",
                    "is " + file.from() + ", expected " + wrapped + ": only the wrapped coin can be unwrapped");
        }
        if (file.to().amount().compareTo(reserve) <= 0) {
            agent.problem(problems, "gas.top_up.to", "is not more than the reserve, so coins would run low at once");
        }
        return new GasTopUp(reserve, file.to().amount(), file.maxPerDay().amount());
    }

    private static void checkCoin(
            Bound<AgentFile> agent, String path, Optional<Coins> coins, Network network, Problems problems) {
        String right = network.file().nativeCoin().text();
        coins.filter(c -> !c.symbol().equals(right))
                .ifPresent(c -> agent.problem(
                        problems,
                        path,
                        "is in " + c.symbol() + ", expected " + right + ", the coin of "
                                + network.file().name()));
    }
}
