package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.Blocks;
import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Coins;
import io.ballast.base.config.GasPrice;
import io.ballast.base.config.Key;
import io.ballast.base.config.Spelled;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.lab.backtest.kernel.Charging;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.PoolFee;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** How orders are filled. */
public record FillsFile(
        @Key(
                value =
                        "events: pools as they were recorded; bars: pools of declared depth that arbitrage keeps at the bars'"
                                + " prices; proportional: a plain cost and no pool.",
                required = true)
        Model model,

        @Key("Pools that there are, by the tokens they trade; for model bars.")
        Map<Pair, DepthFile> depth,

        @Key(
                "Cost of the notional, each time something is sold and each time something is bought; for model proportional.")
        Optional<Bps> cost,

        @Key("What the cost is taken from; for model proportional, self_financing if left out.")
        Optional<Charging> charging,

        @Key(value = "Blocks between the decision's and the one that includes the transaction.", defaultsTo = "1 block")
        Blocks delay,

        @Key("What gas costs; not for model proportional.") Optional<GasSource> gas,

        @Key(
                value =
                        "worst-case lets a sandwich take of every swap all that its least amount allows, whether that pays or"
                                + " not.",
                defaultsTo = "none")
        SandwichCase sandwich,

        @Key("File that `ballast verify-sim --write` made: the simulator's own error, printed with the result.")
        Optional<Path> simulatorError)
        implements Checked {

    /** Models of fills. */
    public enum Model {
        EVENTS,
        BARS,
        PROPORTIONAL
    }

    /** What an attacker is assumed to do. */
    public enum SandwichCase {
        NONE,
        @Spelled("worst-case")
        WORST_CASE
    }

    /** One pool. */
    public record DepthFile(
            @Key(value = "Kind of pool: uniswap-v3 with liquidity over all prices, or uniswap-v2.", required = true)
            Venue venue,

            @Key(value = "Its fee.", required = true) PoolFee fee,

            @Key(value = "Value of both its tokens at the first bar.", required = true)
            Usd tvl)
            implements Checked {
        @Override
        public void check(Check check) {
            if (check.clean("venue") && venue != Venue.UNISWAP_V3 && venue != Venue.UNISWAP_V2) {
                check.problem("venue", "is " + venue.label() + ", expected uniswap-v3 or uniswap-v2");
            }
            if (check.clean("tvl") && !tvl.isPositive()) {
                check.problem("tvl", "is zero, so nothing could be traded");
            }
        }
    }

    /** What gas costs. */
    public record GasSource(
            @Key("CSV of a day's price of gas: a column of Unix seconds or dates, and one of wei or gwei.")
            Optional<Path> history,

            @Key("The same price all the time; with model events the recorded base fees if neither is given.")
            Optional<GasPrice> baseFee,

            @Key("Fee for the data of one transaction on L1; required on rollups.")
            Optional<Coins> dataFee,

            @Key("Token whose price is the coin's; the network's wrapped coin and no other.")
            Optional<Symbol> ethPrice)
            implements Checked {
        @Override
        public void check(Check check) {
            if (history.isPresent() && baseFee.isPresent()) {
                check.problem("base_fee", "is given beside history, expected one of them");
            }
        }

        boolean priced() {
            return history.isPresent() || baseFee.isPresent();
        }
    }

    @Override
    public void check(Check check) {
        if (!check.clean("model")) {
            return;
        }
        switch (model) {
            case EVENTS -> checkEvents(check);
            case BARS -> checkBars(check);
            case PROPORTIONAL -> checkProportional(check);
        }
    }

    private void checkEvents(Check check) {
        refuse(check, "events", "cost", "charging", "depth");
        if (delay.count() < 1 && check.clean("delay")) {
            check.problem(
                    "delay", "is no block at all, but a transaction is mined a block after its decision or later");
        }
    }

    private void checkBars(Check check) {
        refuse(check, "bars", "cost", "charging");
        if (depth.isEmpty() && check.clean("depth")) {
            check.problem("depth", "missing, model bars needs the depth of at least one pool");
        }
        if (gas.isEmpty() && check.clean("gas")) {
            check.problem("gas", "missing, what a transaction costs is not known: give history or base_fee");
        }
        if (gas.filter(source -> !source.priced()).isPresent() && check.clean("gas")) {
            check.problem("gas", "says no price, expected history or base_fee");
        }
    }

    private void checkProportional(Check check) {
        refuse(check, "proportional", "depth", "gas", "delay", "sandwich", "simulator_error");
        if (cost.isEmpty() && check.clean("cost")) {
            check.problem("cost", "missing, model proportional charges nothing else");
        }
    }

    private static void refuse(Check check, String model, String... keys) {
        for (String key : keys) {
            if (check.given(key)) {
                check.problem(key, "has no meaning with model: " + model);
            }
        }
    }
}
