package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.Evidence;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.Sequencer;
import io.ballast.sense.market.Universe;
import io.ballast.think.portfolio.UnitAccount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the gate sees of an observation: 30,000 USDC, 9.5 WETH at 2,000 USD, 1 coin. */
class SituationTest {
    private final Scene scene = new Scene();

    @Test
    void bothValuesAreToldInDollars() {
        Situation situation = of(List.of());

        assertThat(situation.nav()).isEqualTo(Usd.of(51_000));
        assertThat(situation.invested()).isEqualTo(Usd.of(49_000));
        assertThat(situation.coinPrice()).isEqualTo(Usd.of(2_000));
        assertThat(situation.coins()).isEqualTo(Wei.ofCoins(BigDecimal.ONE));
        assertThat(situation.head()).isEqualTo(100);
        assertThat(situation.sequencer()).isEqualTo(new Sequencer.None());
        assertThat(situation.holding(Scene.WETH)).contains(Scene.whole(Scene.WETH, "9.5"));
        assertThat(situation.holding(Scene.FAKE)).isEmpty();
    }

    @Test
    void whatHasNoPoolBecauseItIsFrozenCountsAtItsFeedPrice() {
        assertThat(of(List.of()).exit()).contains(Usd.of(51_000));
    }

    @Test
    void whatAPoolHoldsButNoneTurnsIntoCashCountsNothing() {
        assertThat(of(List.of(pool(Scene.FAKE, 1))).exit()).contains(Usd.of(32_000));
    }

    @Test
    void whatAPoolTakesCountsAsMuchAsThePoolGives() {
        Usd exit = of(List.of(pool(Scene.USDC, 1_000_000))).exit().orElseThrow();

        assertThat(exit).isBetween(Usd.of(50_500), Usd.of(50_990));
    }

    @Test
    void moneyPutInIsNoGain() {
        UnitAccount units = new UnitAccount(new BigDecimal("2.000000000000000000"), Usd.of(1));
        Situation situation = of(List.of());
        Situation unit = situation.perUnit(units);

        assertThat(unit.nav()).isEqualTo(Usd.of(25_500));
        assertThat(unit.exit()).contains(Usd.of(25_500));
        assertThat(unit)
                .usingRecursiveComparison()
                .ignoringFields("nav", "exit")
                .isEqualTo(situation);
    }

    @Test
    void valuesThatRestOnAStaleFeedAreNotTrusted() {
        assertThat(scene.situation().trusted()).contains(new Worth(scene.nav, scene.nav));
        scene.wethStale = true;
        assertThat(scene.situation().trusted()).isEmpty();
        assertThat(scene.situation().worth()).isPresent();
        assertThat(scene.situation().staleFeeds()).containsExactly(Scene.WETH);
        scene.exit = exit -> Optional.empty();
        assertThat(scene.situation().worth()).isEmpty();
    }

    private Situation of(List<PoolState> pools) {
        Universe universe = new Universe(
                31_337,
                List.of(Scene.USDC, Scene.WETH),
                Scene.USDC,
                Scene.WETH,
                pools.stream().map(PoolState::spec).toList(),
                List.of(),
                Scene.ROUTER,
                Scene.address(0xca));
        BlockHeader header = new BlockHeader(scene.block(), Wei.of(1_000_000_000L), 15_000_000, 30_000_000);
        List<FeedPrice> prices = List.of(
                new FeedPrice(Scene.USDC, Usd.of(1), scene.now, false),
                new FeedPrice(Scene.WETH, Usd.of(2_000), scene.now, false));
        AccountState account = new AccountState(Scene.OWNER, scene.holdings, Wei.ofCoins(BigDecimal.ONE), List.of());
        Observation seen = new Observation(new MarketState(universe, header, pools, prices), account, Evidence.NONE);
        return Situation.of(scene.now, seen, Wei.of(1_000_000_000L));
    }

    /** Of WETH at 2,000 of another token of six decimals. */
    private static PoolState pool(Token other, long weth) {
        BigInteger deep = Scene.whole(Scene.WETH, Long.toString(weth)).raw();
        BigInteger dollars = BigInteger.valueOf(weth).multiply(BigInteger.valueOf(2_000_000_000L));
        PoolId id = PoolId.of(Scene.address(0x91));
        return other.address().compareTo(Scene.WETH.address()) < 0
                ? new ConstantProductPool(
                        new PoolSpec(id, Venue.UNISWAP_V2, other, Scene.WETH, 3_000, 0), dollars, deep)
                : new ConstantProductPool(
                        new PoolSpec(id, Venue.UNISWAP_V2, Scene.WETH, other, 3_000, 0), deep, dollars);
    }
}
