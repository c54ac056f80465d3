package io.ballast.app.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.app.cli.check.CheckLine.Verdict;
import io.ballast.base.units.Address;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainProfile;
import io.ballast.sense.chain.ChainProfile.BlockNumberSource;
import io.ballast.sense.chain.ChainProfile.Finality;
import io.ballast.sense.chain.ChainProfile.L1DataFee;
import io.ballast.sense.chain.ChainProfile.Ordering;
import io.ballast.sense.market.ChainConditions;
import io.ballast.sense.market.L1Charge;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Sequencer;
import io.ballast.sense.market.Universe;
import io.ballast.think.Markets;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileCheckTest {
    private static final MarketState PLAIN = Markets.deep(1_000_000_000);
    private static final Duration GRACE = Duration.ofHours(1);

    private static List<CheckLine> lines(L1DataFee fee, boolean feed, L1Charge l1, Sequencer sequencer) {
        Universe plain = PLAIN.universe();
        BlockNumberSource numbers = fee == L1DataFee.INSIDE_GAS_LIMIT ? BlockNumberSource.L1 : BlockNumberSource.OWN;
        Optional<Address> address = feed ? Optional.of(Address.ZERO) : Optional.empty();
        Universe universe = new Universe(
                plain.chainId(),
                plain.tokens(),
                plain.cash(),
                plain.wrapped(),
                plain.pools(),
                plain.feeds(),
                plain.router(),
                plain.multicall(),
                new ChainProfile(numbers, fee, Finality.SAFE, false, Ordering.FIRST_COME, address));
        MarketState market = new MarketState(
                universe,
                PLAIN.header(),
                PLAIN.pools(),
                List.of(),
                PLAIN.prices(),
                new ChainConditions(l1, sequencer));
        return new ProfileCheck(market, GRACE).lines();
    }

    @Test
    void saysWhereHeightAndDataFeeComeFrom() {
        assertThat(lines(L1DataFee.INSIDE_GAS_LIMIT, false, new L1Charge(Wei.ZERO, 70_000), new Sequencer.None())
                        .getFirst()
                        .found())
                .isEqualTo("height by ArbSys " + PLAIN.block().number()
                        + ", data fee 70000 gas a swap (NodeInterface), final when safe, order by first come,"
                        + " not replaceable");
        L1Charge onTop = new L1Charge(Wei.ofGwei(new BigDecimal(1_200)), 0);
        assertThat(lines(L1DataFee.OUTSIDE_GAS_LIMIT, false, onTop, new Sequencer.None())
                        .getFirst()
                        .found())
                .contains("height by block.number", "data fee 1200 gwei a swap on top (GasPriceOracle)");
    }

    @Test
    void aSequencerThatIsNotSurelyUpFails() {
        assertThat(verdict(true, new Sequencer.Up(PLAIN.block().timestamp().minus(GRACE)))).isEqualTo(Verdict.OK);
        assertThat(verdict(true, new Sequencer.Up(PLAIN.block().timestamp()))).isEqualTo(Verdict.FAIL);
        assertThat(verdict(true, new Sequencer.Down(PLAIN.block().timestamp()))).isEqualTo(Verdict.FAIL);
        assertThat(verdict(true, new Sequencer.Unknown("no answer"))).isEqualTo(Verdict.FAIL);
        assertThat(verdict(false, new Sequencer.None())).as("a rollup without a feed").isEqualTo(Verdict.WARN);
        assertThat(lines(L1DataFee.NONE, false, L1Charge.NONE, new Sequencer.None())
                        .getLast()
                        .verdict())
                .isEqualTo(Verdict.OK);
    }

    private static Verdict verdict(boolean feed, Sequencer sequencer) {
        return lines(L1DataFee.OUTSIDE_GAS_LIMIT, feed, new L1Charge(Wei.of(1), 0), sequencer)
                .getLast()
                .verdict();
    }
}
