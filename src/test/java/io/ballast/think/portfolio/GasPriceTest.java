package io.ballast.think.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.ChainConditions;
import io.ballast.sense.market.L1Charge;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Sequencer;
import io.ballast.think.Markets;
import io.ballast.think.action.ActionKind;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.CandidateGenerator;
import io.ballast.think.action.NamedTarget;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class GasPriceTest {
    private static final MarketState PLAIN = Markets.deep(1_000_000_000);
    private static final Wei TIP = Wei.of(1_000_000_000);

    private static MarketState charging(L1Charge l1) {
        return new MarketState(
                PLAIN.universe(),
                PLAIN.header(),
                PLAIN.pools(),
                PLAIN.frozen(),
                PLAIN.prices(),
                new ChainConditions(l1, new Sequencer.None()));
    }

    @Test
    void chargesNothingForDataWhereTheChainDoesNot() {
        GasPrice gas = GasPrice.next(PLAIN, TIP);
        assertThat(gas.cost(100_000, 2)).isEqualTo(gas.perUnit().times(100_000).at(gas.coin()));
    }

    @Test
    void chargesDataOnTopForEveryTransaction() {
        L1Charge l1 = new L1Charge(Wei.ofGwei(new BigDecimal(40_000)), 0);
        GasPrice gas = GasPrice.next(charging(l1), TIP);
        assertThat(gas.cost(100_000, 2))
                .isEqualTo(gas.perUnit().times(100_000).plus(l1.fee().times(2)).at(gas.coin()));
    }

    @Test
    void chargesDataAsGasForEveryTransaction() {
        GasPrice gas = GasPrice.next(charging(new L1Charge(Wei.ZERO, 70_000)), TIP);
        assertThat(gas.cost(100_000, 2)).isEqualTo(gas.perUnit().times(240_000).at(gas.coin()));
    }

    @Test
    void everyCandidateAndTheExitValueBearTheDataFee() {
        L1Charge l1 = new L1Charge(Wei.ofGwei(new BigDecimal(40_000)), 0);
        Usd perTransaction = l1.fee().at(PLAIN.price(PLAIN.universe().wrapped()));
        List<Candidate> without = candidates(PLAIN);
        List<Candidate> with = candidates(charging(l1));

        assertThat(with).hasSameSizeAs(without).hasSizeGreaterThan(1);
        for (int i = 0; i < with.size(); i++) {
            Candidate candidate = with.get(i);
            assertThat(candidate.kind() == ActionKind.HOLD)
                    .isEqualTo(candidate.legs().isEmpty());
            BigDecimal extra =
                    candidate.cost().gas().minus(without.get(i).cost().gas()).value();
            BigDecimal due = perTransaction
                    .value()
                    .multiply(BigDecimal.valueOf(2L * candidate.legs().size()));
            assertThat(extra).isCloseTo(due, org.assertj.core.data.Offset.offset(new BigDecimal("0.000001")));
        }
        Usd exit = ExitValue.of(Markets.holdings(10, 20, 30, 40), PLAIN, TIP).gas();
        assertThat(ExitValue.of(Markets.holdings(10, 20, 30, 40), charging(l1), TIP)
                        .gas())
                .isGreaterThan(exit);
    }

    private static List<Candidate> candidates(MarketState market) {
        NamedTarget target = new NamedTarget("own", Markets.weights(25, 25, 25, 25));
        return new CandidateGenerator()
                .generate(market, Markets.holdings(10, 70, 10, 10), List.of(target), Markets.rules())
                .list();
    }
}
