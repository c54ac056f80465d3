package io.ballast.lab.backtest.engine;

import io.ballast.base.units.Address;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.sense.chain.ChainProfile.L1DataFee;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.ChainConditions;
import io.ballast.sense.market.L1Charge;
import io.ballast.sense.market.Sequencer;
import io.ballast.sense.market.Universe;
import java.time.Instant;
import java.util.List;

/** What is the same in every backtest, whatever moves its market. */
public final class ScenarioWorld {
    /** Gas that is lent, in multiples of the reserve that has to be left. */
    private static final long RESERVES = 10;

    private ScenarioWorld() {}

    /** The account before its first trade, with coins lent for gas. */
    public static AccountState account(Scenario scenario) {
        Wei coins = scenario.agent().settings().limits().gasReserve().times(RESERVES);
        return new AccountState(scenario.agent().settings().owner(), scenario.start(), coins, List.of());
    }

    /** What of an account the market says: nothing, the books know. */
    public static AccountState nobody(Universe universe, Address owner) {
        return new AccountState(
                owner, universe.tokens().stream().map(TokenAmount::zero).toList(), Wei.ZERO, List.of());
    }

    /**
     * Of every block.
     *
     * @param dataFee coins that publishing one transaction on L1 costs
     */
    public static ChainConditions conditions(Universe universe, Wei dataFee) {
        Sequencer sequencer =
                universe.chain().l1Fee() == L1DataFee.NONE ? new Sequencer.None() : new Sequencer.Up(Instant.EPOCH);
        return new ChainConditions(new L1Charge(dataFee, 0), sequencer);
    }
}
