package io.ballast.lab.jury;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.contract.Artifacts;
import io.ballast.sense.chain.ChainProfile;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Pools.Position;
import io.ballast.sense.dex.SwapResult;
import io.ballast.sense.dex.web3j.SwapRouter02;
import io.ballast.sense.market.FeedSpec;
import io.ballast.sense.market.FollowedMarket;
import io.ballast.sense.market.MarketReader;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.ReadContracts;
import io.ballast.sense.market.ReadLimits;
import io.ballast.sense.market.SyncRules;
import io.ballast.sense.market.Universe;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A market that follows Uniswap V4 pools by the manager's events is, reorganised or not, what the lens reads. */
class FollowedV4IT {
    private static final Address MULTICALL = Address.parse("0xcA11bde05977b3631167028862bE2a173976CA11");
    private static final int MULTICALL_INIT = 32;
    /** Blocks in which something happens to the pools, each time. */
    private static final int BUSY = 5;

    private static final SyncRules NO_AUDIT = new SyncRules(64, 64, Integer.MAX_VALUE);
    private static Ground ground;
    private static Exchanges exchanges;
    private static Singleton singleton;
    private static Universe universe;

    private final Random random = new Random(5);
    private int logQueries;

    @BeforeAll
    static void start() {
        ground = Ground.start();
        exchanges = new Exchanges(ground);
        singleton = new Singleton(ground, exchanges.witness());
        Bytes multicall = exchanges.artifacts().multicall3();
        ground.rpc().setCode(MULTICALL, Bytes.of(multicall.slice(MULTICALL_INIT, multicall.size() - MULTICALL_INIT)));
        Token a = exchanges.tokens().get(0);
        Token b = exchanges.tokens().get(1);
        Random shapes = new Random(2);
        List<PoolSpec> pools = new ArrayList<>(List.of(
                singleton.pool(a, b, 500, 10, Address.ZERO, hills(10, shapes)),
                singleton.pool(a, b, 3_000, 60, Address.ZERO, hills(60, shapes)),
                singleton.pool(a, b, PoolKey.DYNAMIC_FEE, 60, Singleton.FEE_SETTER, hills(60, shapes)),
                exchanges.pool(a, b, 3_000, 60, hills(60, shapes))));
        pools.sort(Comparator.comparing(PoolSpec::id));
        List<FeedSpec> feeds = List.of(feed(a), feed(b));
        ground.mine();
        universe = new Universe(
                31_337,
                List.of(a, b),
                a,
                b,
                pools,
                feeds,
                List.of(new SwapRouter02(exchanges.router())),
                MULTICALL,
                ChainProfile.ETHEREUM,
                Map.of(),
                new ReadContracts(Optional.of(singleton.manager()), Optional.empty()));
    }

    private static Terrain hills(int spacing, Random shapes) {
        return Terrain.of(Terrain.Kind.HILLS, spacing, Terrain.Ends.V4, shapes);
    }

    private static FeedSpec feed(Token token) {
        Address feed = ground.create(AbiEncoder.creation(Artifacts.own("DevFeed"))
                .string(token.symbol())
                .integer(8)
                .integer(100_000_000)
                .address(DevAccounts.DEPLOYER));
        return new FeedSpec(token, feed, 8, Duration.ofDays(1));
    }

    @AfterAll
    static void stop() {
        if (ground != null) {
            ground.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9})
    void followsAReorganisationOfAnyDepth(int depth) {
        FollowedMarket market = market(ground.reader(), NO_AUDIT);
        market.observe();
        for (int i = 0; i < depth + 1; i++) {
            busyBlocks();
            market.follow(ground.head());
        }
        ground.reorg(depth);
        assertSame(market);
        busyBlocks();
        assertSame(market);
    }

    /** The events of a pool with a dynamic fee do not tell its fee, so that one is read. */
    @Test
    void asksForTheEventsOfABlockOnce() {
        FollowedMarket market = market(counting(), NO_AUDIT);
        market.observe();
        for (int i = 0; i < 5; i++) {
            busyBlocks();
            int before = logQueries;
            market.follow(ground.head());
            assertThat(logQueries - before).isEqualTo(BUSY);
            assertSame(market);
        }
    }

    @Test
    void theAuditFreezesAPoolWhoseEventsWereKeptFromIt() {
        PoolSpec victim = universe.pools().stream()
                .filter(pool -> pool.feePips() == 500)
                .findFirst()
                .orElseThrow();
        FollowedMarket market = market(without(victim), new SyncRules(64, 64, 2));
        market.observe();
        PoolState before = state(victim.id());
        swap(before);
        ground.mine();
        assertThat(state(victim.id())).isNotEqualTo(before);
        assertThat(market.observe().market().frozen())
                .as("nobody could know yet")
                .isEmpty();
        ground.mine();

        MarketState seen = market.observe().market();

        assertThat(seen.frozen()).extracting(PoolState::id).containsExactly(victim.id());
        assertThat(seen.pools()).extracting(PoolState::id).doesNotContain(victim.id());
    }

    private static FollowedMarket market(ChainReader chain, SyncRules rules) {
        return new FollowedMarket(chain, universe, DevAccounts.DEPLOYER, ReadLimits.DEFAULT, rules);
    }

    private static void assertSame(FollowedMarket market) {
        Observation read = new MarketReader(ground.reader(), universe, DevAccounts.DEPLOYER).observe();
        assertThat(market.observe()).isEqualTo(read);
        assertThat(read.market().pools()).hasSize(4);
    }

    private void busyBlocks() {
        for (int i = 0; i < BUSY - 1; i++) {
            PoolSpec pool = universe.pools().get(random.nextInt(4));
            ConcentratedPool state = (ConcentratedPool) state(pool.id());
            if (random.nextInt(3) > 0) {
                swap(state);
            } else {
                grow(state);
            }
            ground.mine();
        }
        PoolSpec dynamic = universe.pools().stream()
                .filter(pool -> pool.feePips() == PoolKey.DYNAMIC_FEE)
                .findFirst()
                .orElseThrow();
        singleton.dynamicFee(dynamic, 1 + random.nextInt(10_000));
        ground.mine();
    }

    private void grow(ConcentratedPool state) {
        PoolSpec spec = state.spec();
        int low = (state.tick() / spec.tickSpacing() - random.nextInt(20)) * spec.tickSpacing();
        int high = low + (1 + random.nextInt(30)) * spec.tickSpacing();
        Position position = new Position(low, high, new BigInteger(40, random).setBit(40));
        if (spec.hooks().equals(Address.ZERO) && spec.id().hex().length() > 42) {
            singleton.add(PoolKey.of(spec), position);
        } else if (spec.id().hex().length() <= 42) {
            exchanges.add(spec.id().address(), position);
        }
    }

    private void swap(PoolState state) {
        Judge witness = new Judge.OfWitness(exchanges.witness(), singleton.manager());
        while (true) {
            SwapCase swap = SwapCase.random(List.of(state), 1, random).getFirst();
            Optional<SwapResult> local = swap.local();
            if (local.isPresent() && !local.get().after().equals(state)) {
                EthCall call = witness.question(swap);
                ground.callFrom(DevAccounts.TRADERS.get(0), call.to(), call.data());
                return;
            }
        }
    }

    private static PoolState state(PoolId id) {
        return new MarketReader(ground.reader(), universe, DevAccounts.DEPLOYER)
                .observe()
                .market()
                .pool(id);
    }

    private ChainReader counting() {
        return altered(logs -> {
            logQueries++;
            return logs;
        });
    }

    /** A node that keeps back the manager's events of one pool. */
    private static ChainReader without(PoolSpec victim) {
        return altered(logs -> logs.stream()
                .filter(log -> log.topics().size() < 2
                        || !log.topics().get(1).hex().equals(victim.id().hex()))
                .toList());
    }

    private interface Change {
        List<LogEntry> of(List<LogEntry> logs);
    }

    private static ChainReader altered(Change change) {
        return (ChainReader) Proxy.newProxyInstance(
                FollowedV4IT.class.getClassLoader(), new Class<?>[] {ChainReader.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(ground.reader(), arguments);
                        return method.getName().equals("logsAt") ? change.of(entries((List<?>) answer)) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static List<LogEntry> entries(List<?> logs) {
        return logs.stream().map(LogEntry.class::cast).toList();
    }
}
