package io.ballast.act.execution;

import static io.ballast.act.execution.Orders.USDC;
import static io.ballast.act.execution.Orders.WETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.TokenFrozen;
import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the agent sees of market and account: nothing that it could not trade. */
class OwnViewTest {
    private static final Token DAI = new Token(new Address("0x" + "33".repeat(20)), "DAI", 18);

    private final Ground ground = new Ground();
    private final PoolState ether = pool(1, USDC, WETH);
    private final PoolState dollars = pool(2, USDC, DAI);
    private final PoolState elsewhere = pool(3, WETH, DAI);
    private final OwnView view = new OwnView(new Source(), ground.log);

    @Test
    void seesEveryPoolWhileNoTokenIsFrozen() {
        assertThat(view.observe().market()).isEqualTo(new Source().observe().market());
    }

    @Test
    void seesNoPoolOfAFrozenTokenButKeepsItForPrices() {
        ground.log.append(new TokenFrozen(DAI, TokenFrozen.Cause.REFUSES, "paused"));

        MarketState market = view.observe().market();

        assertThat(market.pools()).containsExactly(ether);
        assertThat(market.frozen()).containsExactly(dollars, elsewhere);
        assertThat(view.observeAt(ground.header()).market()).isEqualTo(market);
    }

    @Test
    void beforeTheBooksAreOpenTheAccountIsAsTheChainShowsIt() {
        assertThat(view.observe().account()).isEqualTo(ground.seen().account());
    }

    private static PoolState pool(int number, Token one, Token other) {
        Address address = new Address(String.format("0x%040x", number));
        return new ConstantProductPool(
                new PoolSpec(PoolId.of(address), Venue.UNISWAP_V2, one, other, 3_000, 0),
                BigInteger.TEN.pow(9),
                BigInteger.TEN.pow(9));
    }

    private final class Source implements MarketSource {
        @Override
        public Observation observe() {
            Observation seen = ground.seen();
            MarketState plain = seen.market();
            return new Observation(
                    new MarketState(
                            plain.universe(),
                            plain.header(),
                            List.of(ether, dollars, elsewhere),
                            List.of(),
                            plain.prices(),
                            plain.conditions()),
                    seen.account());
        }

        @Override
        public Observation observeAt(BlockHeader header) {
            return observe();
        }
    }
}
