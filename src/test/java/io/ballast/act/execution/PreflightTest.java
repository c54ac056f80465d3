package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.market.L1Charge;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private final FakeChain chain = new FakeChain();
    private final Preflight preflight = new Preflight(chain, Orders.OWNER);

    @Test
    void passesAnExactFill() {
        SwapOrder order = Orders.order(chain.header());
        chain.simulation = () -> List.of(ok(List.of()), ok(Orders.fill(Orders.QUOTED.raw(), Hash32.ZERO)));
        assertThat(preflight.approvalsAndSwap(order, order.rights(), L1Charge.NONE))
                .isEmpty();
    }

    @Test
    void refusesADifferenceOfOneWei() {
        BigInteger less = Orders.QUOTED.raw().subtract(BigInteger.ONE);
        chain.simulation = () -> List.of(ok(Orders.fill(less, Hash32.ZERO)));
        assertThat(preflight.swap(Orders.order(chain.header()), L1Charge.NONE))
                .hasValueSatisfying(fault -> assertThat(fault).contains("where the local engine says"));
    }

    @Test
    void f42RefusesASimulationThatUsesMoreGasThanItMay() {
        chain.simulation = () -> List.of(
                new SimulatedResult(true, Bytes.EMPTY, 1_000_000_000, Orders.fill(Orders.QUOTED.raw(), Hash32.ZERO)));
        assertThat(preflight.swap(Orders.order(chain.header()), L1Charge.NONE))
                .hasValue("simulation of transaction 1 used 1000000000 gas of 320000");
    }

    @Test
    void f42SignsNothingThatRevertsInTheSimulation() {
        chain.simulation = () -> List.of(new SimulatedResult(false, Bytes.EMPTY, 320_000, List.of()));
        assertThat(preflight.swap(Orders.order(chain.header()), L1Charge.NONE))
                .hasValue("simulation of transaction 1 of 1 failed: no reason given");
    }

    @Test
    void saysWhyTheContractRefused() {
        SwapOrder order = Orders.order(chain.header());
        String tooLittle = "0x08c379a0" + "0".repeat(62) + "20" + "0".repeat(62) + "13"
                + "546f6f206c6974746c65207265636569766564" + "0".repeat(26);
        chain.simulation =
                () -> List.of(ok(List.of()), new SimulatedResult(false, Bytes.parse(tooLittle), 50_000, List.of()));
        assertThat(preflight.approvalsAndSwap(order, order.rights(), L1Charge.NONE))
                .hasValue("simulation of transaction 2 of 2 failed: \"Too little received\"");
    }

    @Test
    void takesSilenceAsAFault() {
        chain.simulation = () -> {
            throw new ChainException(ChainException.Kind.UNAVAILABLE, "gone");
        };
        assertThat(preflight.swap(Orders.order(chain.header()), L1Charge.NONE))
                .hasValue("simulation gave no answer: gone");
    }

    private static SimulatedResult ok(List<io.ballast.sense.chain.LogEntry> logs) {
        return new SimulatedResult(true, Bytes.EMPTY, 100_000, logs);
    }
}
