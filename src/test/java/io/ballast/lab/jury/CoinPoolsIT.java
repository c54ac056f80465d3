package io.ballast.lab.jury;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hex;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RoutePart;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.dex.web3j.Permit2;
import io.ballast.sense.dex.web3j.UniversalRouterCalldata;
import io.ballast.sense.dex.web3j.UniversalRouterVersion;
import io.ballast.sense.dex.web3j.V4Lens;
import io.ballast.sense.dex.web3j.V4Quoter;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Uniswap V4 pools of the chain's coin, read, quoted and traded as pools of its wrapper. */
class CoinPoolsIT {
    private static final BigInteger IN = BigInteger.TEN.pow(15);
    private static Ground ground;
    private static Singleton singleton;
    private static Routers routers;
    private static Trader trader;
    private static Token weth;
    private static Token low;
    private static Token other;
    /** Of the coin and a token whose address is lower than the wrapper's; of the wrapper itself; of the coin and another. */
    private static List<PoolSpec> pools;

    @BeforeAll
    static void start() {
        ground = Ground.start();
        Exchanges exchanges = new Exchanges(ground);
        singleton = new Singleton(ground, exchanges.witness());
        routers = new Routers(ground, exchanges, singleton);
        trader = new Trader(ground, new Address("0x00000000000000000000000000000000000077ad"));
        weth = new Token(exchanges.weth(), "WETH", 18);
        low = copy(exchanges.tokens().get(0), new Address("0x0000000000000000000000000000000000001234"));
        other = exchanges.tokens().get(1);
        ground.rpc().setBalance(exchanges.witness(), new Wei(BigInteger.ONE.shiftLeft(126)));
        Random random = new Random(3);
        pools = List.of(
                singleton.coinPool(weth, low, 500, 10, hills(10, random)),
                singleton.pool(low, other, 3_000, 60, Address.ZERO, hills(60, random)),
                singleton.coinPool(weth, other, 3_000, 60, hills(60, random)));
        exchanges.give(low, trader.account(), IN.multiply(BigInteger.valueOf(1_000)));
        ground.mine();
        giveWrapped(trader.account(), BigInteger.TEN.pow(20));
    }

    /** The same contract at an address of our choice. */
    private static Token copy(Token token, Address at) {
        ground.mine();
        String code = ground.rpc()
                .call("eth_getCode", token.address().hex(), "latest")
                .stringValue();
        ground.rpc().setCode(at, Bytes.parse(code));
        return new Token(at, "LOW", 18);
    }

    private static Terrain hills(int spacing, Random random) {
        return Terrain.of(Terrain.Kind.HILLS, spacing, Terrain.Ends.V4, random);
    }

    @AfterAll
    static void stop() {
        if (ground != null) {
            ground.close();
        }
    }

    /** The coin is currency zero and sorts first; its wrapper would sort second. */
    @Test
    void theLensAndTheQuoterKnowThePoolByTheCoin() {
        assertThat(low.address()).isLessThan(weth.address());
        PoolState pool = states().get(0);
        assertThat(PoolKey.of(pool.spec()).currency0()).isEqualTo(Address.ZERO);
        assertThat(pool.tokens()).containsExactly(weth, low);

        for (Token in : pool.tokens()) {
            TokenAmount amount = new TokenAmount(in, IN);
            BigInteger said = pool.swapExactIn(amount).amountOut().raw();
            assertThat(said).isPositive().isEqualTo(quoted(V4Quoter.exactInput(pool.spec(), amount)));
            BigInteger asked = pool.swapExactOut(in, new TokenAmount(pool.other(in), said))
                    .amountIn()
                    .raw();
            assertThat(asked)
                    .isEqualTo(quoted(V4Quoter.exactOutput(pool.spec(), new TokenAmount(pool.other(in), said))));
        }
    }

    /** A lone pool that does not fit is read near its price. */
    @Test
    void theLensReadsNearThePriceWhereThereIsNotGasForAll() {
        PoolSpec spec = pools.get(0);
        ConcentratedPool whole = (ConcentratedPool) read(new V4Lens(singleton.manager()), spec);
        ConcentratedPool part = (ConcentratedPool) read(new V4Lens(singleton.manager()).within(500_000), spec);

        assertThat(whole.ticks().isComplete()).isTrue();
        assertThat(part.ticks().isComplete()).isFalse();
        assertThat(part.ticks().knownLow()).isLessThan(whole.tick());
        TokenAmount amount = new TokenAmount(weth, BigInteger.TEN);
        assertThat(part.swapExactIn(amount).amountOut())
                .isEqualTo(whole.swapExactIn(amount).amountOut());
    }

    @ParameterizedTest
    @EnumSource
    void theWrapperGoesInAsTheCoin(UniversalRouterVersion version) {
        assertExecutes(version, route(weth, 0));
    }

    @ParameterizedTest
    @EnumSource
    void theCoinComesOutAsItsWrapper(UniversalRouterVersion version) {
        assertExecutes(version, route(low, 0));
    }

    @ParameterizedTest
    @EnumSource
    void theCoinIsPassedOnFromPoolToPool(UniversalRouterVersion version) {
        assertExecutes(version, route(low, 0, 2));
        assertExecutes(version, route(low, 1, 2));
    }

    /** Wrapped coins out of nothing: the wrapper's fourth slot holds the balances. */
    private static void giveWrapped(Address to, BigInteger raw) {
        byte[] slot = Keccak256.digest(
                AbiEncoder.tuple().address(to).integer(3).toBytes().toArray());
        String value = AbiEncoder.tuple().integer(raw).toBytes().hex();
        ground.rpc().call("anvil_setStorageAt", weth.address().hex(), Hex.encode(slot), value);
        ground.rpc().setBalance(weth.address(), new Wei(raw));
    }

    private static void assertExecutes(UniversalRouterVersion version, Route route) {
        Token in = route.in();
        Address router = routers.universal(version);
        RoutePart part = quotedPart(route);
        Instant soon = now().plus(Duration.ofHours(1));
        assertThat(trader.sends(in.address(), Erc20.approve(routers.permit2(), part.amountIn())))
                .isTrue();
        assertThat(trader.sends(routers.permit2(), Permit2.approve(router, part.amountIn(), soon)))
                .isTrue();
        UniversalRouterCalldata calldata = new UniversalRouterCalldata(version, pools);
        TokenAmount one = new TokenAmount(route.out(), BigInteger.ONE);
        RoutePart greedy = new RoutePart(route, part.amountIn(), part.minOut().plus(one));
        assertThat(trader.sends(router, calldata.exactInput(List.of(greedy), trader.account(), soon)))
                .as("one unit more than there is")
                .isFalse();
        BigInteger hadIn = trader.balance(in);
        BigInteger hadOut = trader.balance(route.out());

        assertThat(trader.sends(router, calldata.exactInput(List.of(part), trader.account(), soon)))
                .isTrue();

        assertThat(hadIn.subtract(trader.balance(in))).isEqualTo(IN);
        assertThat(trader.balance(route.out()).subtract(hadOut))
                .isEqualTo(part.minOut().raw());
        assertThat(new Trader(ground, router).balance(weth)).isZero();
        assertThat(ground.rpc().call("eth_getBalance", router.hex(), "latest").stringValue())
                .isEqualTo("0x0");
    }

    private static RoutePart quotedPart(Route route) {
        List<PoolState> states = states();
        TokenAmount amount = new TokenAmount(route.in(), IN);
        for (Hop hop : route.hops()) {
            PoolState pool = states.stream()
                    .filter(state -> state.id().equals(hop.pool()))
                    .findFirst()
                    .orElseThrow();
            amount = pool.swapExactIn(amount, hop.out()).amountOut();
        }
        return new RoutePart(route, new TokenAmount(route.in(), IN), amount);
    }

    private static Route route(Token from, int... through) {
        List<Hop> hops = new ArrayList<>();
        Token at = from;
        for (int i : through) {
            PoolSpec pool = pools.get(i);
            Token next = pool.token0().equals(at) ? pool.token1() : pool.token0();
            hops.add(new Hop(pool.id(), pool.venue(), pool.feePips(), at, next));
            at = next;
        }
        return new Route(hops);
    }

    private static List<PoolState> states() {
        V4Lens lens = new V4Lens(singleton.manager());
        return lens.states(pools, ground.ask(lens.calls(pools)), now());
    }

    private static PoolState read(V4Lens lens, PoolSpec spec) {
        return lens.states(List.of(spec), ground.ask(lens.calls(List.of(spec))), now())
                .get(0);
    }

    private static BigInteger quoted(Bytes question) {
        return V4Quoter.amount(ground.ask(List.of(EthCall.to(singleton.quoter(), question)))
                .getFirst()
                .orThrow("the quoter"));
    }

    private static Instant now() {
        return ground.head().ref().timestamp();
    }
}
