package io.ballast.sense.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.chain.SimulatedTx;
import io.ballast.sense.chain.web3j.Web3jChain;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Portion;
import io.ballast.sense.dex.Router;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.dex.web3j.SwapCalldata;
import io.ballast.sense.dex.web3j.TransferEvent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Splits through the real router: what they deliver, and the gas they take. */
class SplitIT {
    private static final Address OWNER = new Address("0x" + "0b".repeat(20));

    private static Devnet devnet;
    private static Web3jChain chain;
    private static Universe universe;
    private static MarketState market;

    @BeforeAll
    static void market() {
        devnet = DevnetAtHand.lockStep(7);
        universe = devnet.addresses().universe();
        chain = new Web3jChain(List.of(devnet.rpcUrl().toString()), universe.chainId());
        // The first swap of a pool writes slots that were never written.
        devnet.lockStep().warmUp(8, Duration.ofMinutes(15), 3);
        List<TokenAmount> gifts = universe.tokens().stream()
                .map(token -> TokenAmount.of(token, BigDecimal.valueOf(10_000_000)))
                .toList();
        devnet.fund(OWNER, gifts, Wei.ofCoins(BigDecimal.TEN));
        market = new MarketReader(chain, universe, OWNER).observe().market();
    }

    @AfterAll
    static void end() {
        if (devnet != null) {
            devnet.close();
        }
    }

    @Test
    void deliversEveryPartsQuoteToTheUnit() {
        Token weth = universe.wrapped();
        int parts = 0;
        for (int size : new int[] {1, 10, 100, 500, 1000, 3000}) {
            SwapQuote quote = new Router()
                    .best(
                            market.pools(),
                            TokenAmount.of(weth, BigDecimal.valueOf(size)),
                            universe.cash(),
                            BigDecimal.ZERO)
                    .orElseThrow();
            SimulatedResult swap = simulate(quote);
            assertThat(received(swap, quote.out()))
                    .as(quote.route())
                    .isEqualTo(quote.amountOut().raw());
            assertThat(swap.gasUsed()).as(quote.route()).isLessThanOrEqualTo(quote.gas());
            System.out.printf(
                    Locale.ROOT, "%,d WETH: %s, gas %,d of %,d%n", size, quote.route(), swap.gasUsed(), quote.gas());
            parts = Math.max(parts, quote.parts().size());
        }
        assertThat(parts).isEqualTo(SwapQuote.MOST_PARTS);
    }

    /** Pools of every kind together, two and two and three and three. */
    @Test
    void takesNoMoreGasThanSaid() {
        Token weth = universe.wrapped();
        List<Portion> alone = new ArrayList<>();
        for (PoolState pool : market.pools()) {
            if (pool.holds(weth) && pool.holds(universe.cash())) {
                TokenAmount amount = TokenAmount.of(weth, BigDecimal.ONE);
                alone.addAll(new Router()
                        .best(List.of(pool), amount, universe.cash(), BigDecimal.ZERO)
                        .orElseThrow()
                        .portions());
            }
        }
        LongSummaryStatistics saved = new LongSummaryStatistics();
        for (Portion one : alone) {
            for (Portion other : alone) {
                if (!one.equals(other)) {
                    saved.accept(gas(List.of(one)) + gas(List.of(other)) - gas(List.of(one, other)));
                }
            }
        }
        System.out.printf(
                Locale.ROOT, "a further part saves %,d to %,d units of gas%n", saved.getMin(), saved.getMax());
        long all = gas(alone.subList(0, 3));
        assertThat(all)
                .isLessThanOrEqualTo(
                        new Router().quote(alone.subList(0, 3), market.pools()).gas());
        assertThat(saved.getMin()).isGreaterThanOrEqualTo(35_000);
    }

    private static long gas(List<Portion> portions) {
        return simulate(new Router().quote(portions, market.pools())).gasUsed();
    }

    private static SimulatedResult simulate(SwapQuote quote) {
        var approve = Erc20.approve(universe.router(), quote.amountIn());
        var swap = SwapCalldata.exactInput(
                quote.atLeast(quote.amountOut()),
                OWNER,
                market.block().timestamp().plusSeconds(600));
        List<SimulatedResult> results = chain.simulate(
                market.block().hash(),
                List.of(
                        new SimulatedTx(OWNER, quote.in().address(), approve, 100_000),
                        new SimulatedTx(OWNER, universe.router(), swap, 5_000_000)));
        assertThat(results).as(quote.route()).allMatch(SimulatedResult::succeeded);
        return results.get(1);
    }

    private static BigInteger received(SimulatedResult swap, Token token) {
        return swap.logs().stream()
                .flatMap(log -> TransferEvent.of(log).stream())
                .filter(transfer ->
                        transfer.to().equals(OWNER) && transfer.token().equals(token.address()))
                .map(TransferEvent::raw)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
