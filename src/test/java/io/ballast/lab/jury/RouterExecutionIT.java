package io.ballast.lab.jury;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RoutePart;
import io.ballast.sense.dex.SwapResult;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.dex.web3j.Permit2;
import io.ballast.sense.dex.web3j.PoolLens;
import io.ballast.sense.dex.web3j.StateReads;
import io.ballast.sense.dex.web3j.SwapCalldata;
import io.ballast.sense.dex.web3j.UniversalRouterCalldata;
import io.ballast.sense.dex.web3j.UniversalRouterVersion;
import io.ballast.sense.dex.web3j.V2RouterCalldata;
import io.ballast.sense.dex.web3j.V4Lens;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our calldata in the hands of the real routers: what comes out is what we quoted, to the wei, and no allowance is left. */
class RouterExecutionIT {
    private static final BigInteger IN = RouterGround.IN;

    private static RouterGround place;
    private static Ground ground;
    private static Exchanges exchanges;
    private static Singleton singleton;
    private static Routers routers;
    private static Trader trader;
    private static Token a;
    private static List<PoolSpec> pairs;
    private static List<PoolSpec> pools;
    private static List<PoolSpec> singletons;

    @BeforeAll
    static void start() {
        place = new RouterGround();
        ground = place.ground();
        exchanges = place.exchanges();
        singleton = place.singleton();
        routers = place.routers();
        trader = new Trader(ground, new Address("0x00000000000000000000000000000000000077ad"));
        a = place.token(0);
        Token b = place.token(1);
        Token c = place.token(2);
        Random random = new Random(5);
        pairs = place.pairs();
        pools = List.of(
                exchanges.pool(a, b, 500, 10, hills(10, random)),
                exchanges.pool(a, b, 3_000, 60, hills(60, random)),
                exchanges.pool(b, c, 500, 10, hills(10, random)));
        singletons = List.of(
                singleton.pool(a, b, 500, 10, Address.ZERO, hills(10, random)),
                singleton.pool(b, c, PoolKey.DYNAMIC_FEE, 60, Singleton.FEE_SETTER, hills(60, random)));
        singleton.protocolFee(singletons.get(0), 1_000, 500);
        singleton.dynamicFee(singletons.get(1), 2_345);
        exchanges.give(a, trader.account(), IN.multiply(BigInteger.valueOf(1_000)));
        ground.mine();
    }

    private static Terrain hills(int spacing, Random random) {
        return Terrain.of(Terrain.Kind.HILLS, spacing, Terrain.Ends.V3, random);
    }

    @AfterAll
    static void stop() {
        if (place != null) {
            place.close();
        }
    }

    @Test
    void theV2RouterGivesWhatWeQuote() {
        for (Route route : List.of(place.route(pairs.get(0)), place.route(pairs.get(0), pairs.get(1)))) {
            assertExecutes(
                    List.of(quoted(route, IN)),
                    exchanges.v2Router(),
                    (parts, deadline) -> V2RouterCalldata.exactInput(parts.get(0), trader.account(), deadline));
        }
    }

    @Test
    void swapRouter02GivesWhatWeQuoteForThreePartsAtOnce() {
        assertExecutes(
                List.of(
                        quoted(place.route(pools.get(0)), IN),
                        quoted(place.route(pairs.get(0)), IN.shiftRight(1)),
                        quoted(place.route(pools.get(1)), IN.shiftRight(2))),
                exchanges.router(),
                (parts, deadline) -> SwapCalldata.exactInput(parts, trader.account(), deadline));
    }

    @Test
    void swapRouter02GivesWhatWeQuoteAlongTwoHops() {
        assertExecutes(
                List.of(
                        quoted(place.route(pools.get(0), pools.get(2)), IN),
                        quoted(place.route(pairs.get(0), pairs.get(1)), IN)),
                exchanges.router(),
                (parts, deadline) -> SwapCalldata.exactInput(parts, trader.account(), deadline));
    }

    @ParameterizedTest
    @EnumSource
    void theUniversalRouterGivesWhatWeQuoteAtAllThreeExchangesAtOnce(UniversalRouterVersion version) {
        assertExecutes(
                version,
                quoted(place.route(pools.get(0)), IN),
                quoted(place.route(pairs.get(0)), IN.shiftRight(1)),
                quoted(place.route(singletons.get(0)), IN.shiftRight(2)));
    }

    @ParameterizedTest
    @EnumSource
    void theUniversalRouterGivesWhatWeQuoteInOneV4Pool(UniversalRouterVersion version) {
        assertExecutes(version, quoted(place.route(singletons.get(0)), IN));
    }

    @ParameterizedTest
    @EnumSource
    void theUniversalRouterGivesWhatWeQuoteAlongTwoV4Pools(UniversalRouterVersion version) {
        assertExecutes(version, quoted(place.route(singletons.get(0), singletons.get(1)), IN));
    }

    @ParameterizedTest
    @EnumSource
    void theUniversalRouterGivesWhatWeQuoteAlongTwoOlderPools(UniversalRouterVersion version) {
        assertExecutes(
                version,
                quoted(place.route(pools.get(0), pools.get(2)), IN),
                quoted(place.route(pairs.get(0), pairs.get(1)), IN));
    }

    private interface Calldata {
        Bytes of(List<RoutePart> parts, Instant deadline);
    }

    private void assertExecutes(UniversalRouterVersion version, RoutePart... parts) {
        List<RoutePart> all = List.of(parts);
        UniversalRouterCalldata calldata = new UniversalRouterCalldata(version, singletons);
        Address router = routers.universal(version);
        Instant expiry = now().plus(Duration.ofHours(1));
        assertThat(trader.sends(routers.permit2(), Permit2.approve(router, in(all), expiry)))
                .isTrue();
        assertThat(trader.permitted(routers.permit2(), a, router).covers(in(all), expiry))
                .isTrue();

        assertExecutes(
                all, router, routers.permit2(), (p, deadline) -> calldata.exactInput(p, trader.account(), deadline));

        assertThat(trader.permitted(routers.permit2(), a, router).raw()).isZero();
    }

    private void assertExecutes(List<RoutePart> parts, Address router, Calldata calldata) {
        assertExecutes(parts, router, router, calldata);
    }

    /** Refused for one unit more than we quote, or a second late; else exactly what we quote. */
    private void assertExecutes(List<RoutePart> parts, Address router, Address spender, Calldata calldata) {
        assertThat(trader.sends(a.address(), Erc20.approve(spender, in(parts)))).isTrue();
        Instant soon = now().plus(Duration.ofMinutes(10));
        for (int i = 0; i < parts.size(); i++) {
            assertThat(trader.sends(router, calldata.of(withMore(parts, i), soon)))
                    .as("part %d asks for one unit too much", i)
                    .isFalse();
        }
        assertThat(trader.sends(router, calldata.of(parts, now())))
                .as("too late")
                .isFalse();

        Token out = parts.get(0).route().out();
        BigInteger hadIn = trader.balance(a);
        BigInteger hadOut = trader.balance(out);
        assertThat(trader.sends(router, calldata.of(parts, soon))).isTrue();

        assertThat(hadIn.subtract(trader.balance(a))).isEqualTo(in(parts).raw());
        assertThat(trader.balance(out).subtract(hadOut))
                .isEqualTo(parts.stream().map(part -> part.minOut().raw()).reduce(BigInteger.ZERO, BigInteger::add));
        assertThat(trader.allowance(a, spender)).isZero();
    }

    private static List<RoutePart> withMore(List<RoutePart> parts, int at) {
        List<RoutePart> more = new ArrayList<>(parts);
        RoutePart part = parts.get(at);
        TokenAmount one = new TokenAmount(part.minOut().token(), BigInteger.ONE);
        more.set(at, new RoutePart(part.route(), part.amountIn(), part.minOut().plus(one)));
        return more;
    }

    private static TokenAmount in(List<RoutePart> parts) {
        return parts.stream().map(RoutePart::amountIn).reduce(TokenAmount::plus).orElseThrow();
    }

    /** A part whose minimum is our quote at the newest block. */
    private static RoutePart quoted(Route route, BigInteger raw) {
        Map<PoolId, PoolState> states = states();
        TokenAmount amountIn = new TokenAmount(route.in(), raw);
        TokenAmount amount = amountIn;
        for (Hop hop : route.hops()) {
            SwapResult swap = states.get(hop.pool()).swapExactIn(amount, hop.out());
            amount = swap.amountOut();
        }
        return new RoutePart(route, amountIn, amount);
    }

    private static Map<PoolId, PoolState> states() {
        List<PoolSpec> others = Stream.concat(pairs.stream(), pools.stream()).toList();
        return Stream.concat(
                        read(new PoolLens(), others).stream(),
                        read(new V4Lens(singleton.manager()), singletons).stream())
                .collect(Collectors.toMap(PoolState::id, state -> state));
    }

    private static List<PoolState> read(StateReads lens, List<PoolSpec> specs) {
        return lens.states(specs, ground.ask(lens.calls(specs)), now());
    }

    private static Instant now() {
        return ground.head().ref().timestamp();
    }
}
