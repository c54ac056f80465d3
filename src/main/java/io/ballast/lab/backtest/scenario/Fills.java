package io.ballast.lab.backtest.scenario;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.kernel.Charging;
import io.ballast.sense.dex.PoolSpec;
import java.util.List;
import java.util.Optional;

/** How orders are filled, resolved. */
public sealed interface Fills {
    /** Words for a result. */
    String label();

    /**
     * Pools as they were recorded, with our swaps among those of others.
     *
     * @param delay blocks from the decision to inclusion, at least one
     * @param gas base fees instead of the recorded ones
     * @param dataFee coins that publishing one transaction on L1 costs
     * @param worstSandwich whether every swap is attacked as far as its least amount allows
     */
    record Events(int delay, Optional<GasHistory> gas, Wei dataFee, boolean worstSandwich) implements Fills {
        @Override
        public String label() {
            return "events: recorded pools, exact arithmetic";
        }
    }

    /**
     * Pools of declared depth that arbitrage keeps at the prices of bars.
     *
     * @param dataFee coins that publishing one transaction on L1 costs
     */
    record Bars(List<Depth> pools, int delay, GasHistory gas, Wei dataFee, boolean worstSandwich) implements Fills {
        public Bars {
            pools = List.copyOf(pools);
        }

        @Override
        public String label() {
            return "bars: declared depth, exact arithmetic";
        }
    }

    /**
     * One pool.
     *
     * @param tvl value of both tokens at the first bar
     */
    record Depth(PoolSpec pool, Usd tvl) {}

    /**
     * A plain cost and no exchange.
     *
     * @param pools stand for the prices of the tokens in cash
     */
    record Proportional(List<PoolSpec> pools, Bps cost, Charging charging) implements Fills {
        public Proportional {
            pools = List.copyOf(pools);
        }

        @Override
        public String label() {
            return "proportional: " + cost + " of the notional, no exchange simulated";
        }
    }
}
