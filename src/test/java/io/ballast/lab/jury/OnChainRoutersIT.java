package io.ballast.lab.jury;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.risk.Spenders;
import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.web3j.KeystoreFile;
import io.ballast.act.wallet.web3j.KeystoreSigner;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.contract.Artifacts;
import io.ballast.sense.chain.ChainProfile;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Pools.Position;
import io.ballast.sense.dex.Portion;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.Router;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.SwapContract;
import io.ballast.sense.dex.web3j.SwapRouter02;
import io.ballast.sense.dex.web3j.UniversalRouter;
import io.ballast.sense.dex.web3j.UniversalRouterVersion;
import io.ballast.sense.dex.web3j.V2Router;
import io.ballast.sense.market.FeedSpec;
import io.ballast.sense.market.ReadContracts;
import io.ballast.sense.market.Universe;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent's own executor at every kind of router: it fills to the wei, and leaves nobody with a right to take anything. */
class OnChainRoutersIT {
    private static final BigInteger IN = RouterGround.IN;
    /** A price of one, as the feeds say. */
    private static final Terrain PLAIN =
            new Terrain(BigInteger.ONE.shiftLeft(96), List.of(new Position(-6_000, 6_000, BigInteger.TEN.pow(22))));

    private static final Address MULTICALL3 = Address.parse("0xcA11bde05977b3631167028862bE2a173976CA11");
    private static final int MULTICALL3_INIT = 32;

    @TempDir
    private static Path folder;

    private static RouterGround place;
    private static Ground ground;
    private static Exchanges exchanges;
    private static Singleton singleton;
    private static Routers routers;
    private static KeystoreSigner signer;
    private static List<Token> tokens;
    private static Token a;
    private static List<PoolSpec> pairs;
    private static List<PoolSpec> pools;
    private static List<PoolSpec> singletons;
    private static List<FeedSpec> feeds;

    @BeforeAll
    static void start() {
        place = new RouterGround();
        ground = place.ground();
        exchanges = place.exchanges();
        singleton = place.singleton();
        routers = place.routers();
        tokens = place.tokens();
        a = place.token(0);
        Token b = place.token(1);
        Token c = place.token(2);
        pairs = place.pairs();
        pools = List.of(exchanges.pool(a, b, 500, 10, PLAIN));
        singletons = List.of(
                singleton.pool(a, b, 500, 10, Address.ZERO, PLAIN),
                singleton.pool(b, c, 3_000, 60, Address.ZERO, PLAIN));
        feeds = Stream.of(a, b, c).map(OnChainRoutersIT::feed).toList();
        Bytes multicall = exchanges.artifacts().multicall3();
        ground.rpc()
                .setCode(MULTICALL3, Bytes.of(multicall.slice(MULTICALL3_INIT, multicall.size() - MULTICALL3_INIT)));
        signer = signer();
        ground.rpc().setBalance(signer.address(), Wei.ofCoins(BigDecimal.valueOf(1_000)));
        exchanges.give(a, signer.address(), IN.multiply(BigInteger.valueOf(1_000)));
        ground.mine();
    }

    private static FeedSpec feed(Token token) {
        Address feed = ground.create(AbiEncoder.creation(Artifacts.own("DevFeed"))
                .string(token.symbol())
                .integer(8)
                .integer(BigInteger.TEN.pow(8))
                .address(DevAccounts.DEPLOYER));
        return new FeedSpec(token, feed, 8, Duration.ofDays(1));
    }

    private static KeystoreSigner signer() {
        Path file = folder.resolve("key.json");
        try (Secret passphrase = Secret.of("test", "a passphrase".toCharArray())) {
            Address account = KeystoreFile.create(file, passphrase, KeystoreFile.Strength.LIGHT, new SecureRandom());
            return KeystoreSigner.open(file, passphrase, account, 31_337);
        }
    }

    @AfterAll
    static void stop() {
        if (place != null) {
            place.close();
        }
    }

    @Test
    void swapRouter02TakesPairsAndPoolsAtOnce() {
        assertFills(new SwapRouter02(exchanges.router()), 2, place.route(pools.get(0)), place.route(pairs.get(0)));
    }

    @Test
    void aV2RouterTakesPairsOfItsExchange() {
        assertFills(new V2Router(exchanges.v2Router(), Venue.UNISWAP_V2), 2, place.route(pairs.get(0), pairs.get(1)));
    }

    @ParameterizedTest
    @EnumSource
    void theUniversalRouterTakesAllThreeExchangesAtOnce(UniversalRouterVersion version) {
        assertFills(
                universal(version),
                3,
                place.route(pools.get(0)),
                place.route(singletons.get(0)),
                place.route(pairs.get(0)));
    }

    @ParameterizedTest
    @EnumSource
    void theUniversalRouterTakesOldPools(UniversalRouterVersion version) {
        assertFills(universal(version), 3, place.route(pools.get(0)));
    }

    @ParameterizedTest
    @EnumSource
    void theUniversalRouterTakesV4Pools(UniversalRouterVersion version) {
        assertFills(universal(version), 3, place.route(singletons.get(0)));
        assertFills(universal(version), 3, place.route(singletons.get(0), singletons.get(1)));
    }

    @Test
    void whatARouterDoesNotTakeIsRevokedInBothLayers() {
        UniversalRouter router = universal(UniversalRouterVersion.V2_1_0);
        Desk desk = desk(router);
        SwapQuote quote = quote(desk, place.route(singletons.get(0)));
        assertThat(desk.approveAll(quote)).hasSize(2).allMatch(IntentOutcome::filled);
        Bytes code = ground.reader().code(ground.head().ref().hash(), router.address());
        ground.rpc().setCode(router.address(), Bytes.parse("0x00"));
        ground.mine();
        try {
            assertThat(desk.swap(quote)).isInstanceOf(IntentOutcome.Dropped.class);
        } finally {
            ground.rpc().setCode(router.address(), code);
            ground.mine();
        }
        assertThat(desk.observe().account().standing()).hasSize(2);

        assertThat(desk.revokeAll()).hasSize(2).allMatch(IntentOutcome::filled);
        assertNothingStands(desk);
    }

    @Test
    void anotherAllowanceIsTakenBackBeforeTheExactOneIsGranted() {
        Desk desk = desk(new SwapRouter02(exchanges.router()));
        SwapQuote more = quote(desk, place.route(pools.get(0)), place.route(pairs.get(0)));
        SwapQuote quote = quote(desk, place.route(pools.get(0)));
        assertThat(desk.approveAll(more)).hasSize(1).allMatch(IntentOutcome::filled);

        // The next decision: one decision does not approve the same leg twice.
        Desk next = desk(new SwapRouter02(exchanges.router()));
        assertThat(next.approveAll(quote)).hasSize(2).allMatch(IntentOutcome::filled);
        assertThat(next.swap(quote).filled()).isTrue();
        assertNothingStands(next);
    }

    @Test
    void theGateRefusesARouterThatIsNotOnItsList() {
        UniversalRouter router = universal(UniversalRouterVersion.V2_0_0);
        Desk desk = new Desk(ground, universe(router), signer, Spenders.of(exchanges.router()));
        assertThat(desk.approveAll(quote(desk, place.route(singletons.get(0)))))
                .singleElement()
                .isInstanceOf(IntentOutcome.Refused.class);
        assertNothingStands(desk);
    }

    private static void assertFills(SwapContract router, int transactions, Route... routes) {
        Desk desk = desk(router);
        SwapQuote quote = quote(desk, routes);
        assertThat(desk.approveAll(quote)).hasSize(transactions - 1).allMatch(IntentOutcome::filled);

        IntentOutcome end = desk.swap(quote);
        assertThat(end).isInstanceOfSatisfying(IntentOutcome.Filled.class, filled -> {
            assertThat(filled.paid()).isEqualTo(quote.amountIn());
            assertThat(filled.received()).isEqualTo(quote.amountOut());
        });
        assertNothingStands(desk);
    }

    private static void assertNothingStands(Desk desk) {
        var account = desk.observe().account();
        assertThat(account.allowances()).isNotEmpty();
        assertThat(account.standing()).isEmpty();
    }

    private static Desk desk(SwapContract router) {
        Spenders spenders = router instanceof UniversalRouter universal
                ? new Spenders(Set.of(), Set.of(universal.address()), Optional.of(universal.permit2()))
                : Spenders.of(router.address());
        return new Desk(ground, universe(router), signer, spenders);
    }

    private static UniversalRouter universal(UniversalRouterVersion version) {
        return new UniversalRouter(routers.universal(version), version, routers.permit2());
    }

    private static Universe universe(SwapContract router) {
        return new Universe(
                31_337,
                tokens,
                a,
                a,
                Stream.of(pairs, pools, singletons).flatMap(List::stream).toList(),
                feeds,
                List.of(router),
                MULTICALL3,
                ChainProfile.ETHEREUM,
                Map.of(),
                new ReadContracts(Optional.of(singleton.manager()), Optional.empty()));
    }

    /** As much along each route. */
    private static SwapQuote quote(Desk desk, Route... routes) {
        return new Router()
                .quote(
                        Stream.of(routes)
                                .map(route -> new Portion(route, new TokenAmount(a, IN)))
                                .toList(),
                        desk.observe().market().pools());
    }
}
