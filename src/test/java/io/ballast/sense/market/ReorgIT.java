package io.ballast.sense.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.PoolEvents;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pools that are followed are, after every mischief of the chain, what the chain says, word for word. */
class ReorgIT {
    private static final SyncRules NO_AUDIT = new SyncRules(64, 64, Integer.MAX_VALUE);
    private static PoolGround ground;
    private static ChainReader chain;
    private static PoolReader reader;
    private static List<PoolSpec> pools;

    private final Random random = new Random(11);
    private final List<Position> positions = new ArrayList<>();

    private record Position(PoolSpec pool, int lower, int upper, BigInteger liquidity) {}

    @BeforeAll
    static void ground() {
        ground = new PoolGround(3);
        pools = new ArrayList<>(List.of(
                ground.pool(0, 1, 100, 1, 20),
                ground.pool(0, 1, 3000, 60, 30),
                ground.pool(1, 2, 10_000, 200, 10),
                ground.pair(0, 2),
                ground.pair(1, 2)));
        pools.sort(java.util.Comparator.comparing(PoolSpec::id));
        ground.mine();
        chain = ground.chain();
        reader = new PoolReader(chain, PoolGround.MULTICALL);
    }

    @AfterAll
    static void end() {
        if (ground != null) {
            ground.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void followsAReorganisationOfAnyDepth(int depth) {
        PoolSync sync = sync(NO_AUDIT);
        followed(sync);
        for (int i = 0; i < depth + 2; i++) {
            busyBlock();
            followed(sync);
        }
        BlockRef before = head();

        ground.rpc().reorg(depth);
        assertThat(head().hash()).isNotEqualTo(before.hash());
        requireSame(followed(sync));
        busyBlock();
        requireSame(followed(sync));
    }

    @Test
    void followsABranchWithOtherTransactions() {
        PoolSync sync = sync(NO_AUDIT);
        followed(sync);
        for (int i = 0; i < 4; i++) {
            busyBlock();
            followed(sync);
        }
        PoolSpec pool = concentrated();
        List<Object> others = List.of(
                List.of(PoolGround.transaction(ground.actor, swap(pool, true, "123456789")), 0),
                List.of(PoolGround.transaction(ground.actor, mint(new Position(pool, -1200, 1800, BigInteger.TEN))), 1),
                List.of(PoolGround.transaction(ground.actor, swap(pool, false, "-98765")), 2));

        ground.rpc().call("anvil_reorg", 3, others);

        requireSame(followed(sync));
        assertThat(chain.logsAt(head(), List.of(pool.id().address()), List.of()))
                .isNotEmpty();
    }

    @Test
    void goesBackWithAHeadThatGoesBack() {
        PoolSync sync = sync(NO_AUDIT);
        followed(sync);
        for (int i = 0; i < 6; i++) {
            busyBlock();
            followed(sync);
        }
        long number = head().number();

        ground.rpc().call("anvil_rollback", 4);

        assertThat(head().number()).isEqualTo(number - 4);
        requireSame(followed(sync));
        busyBlock();
        requireSame(followed(sync));
    }

    @Test
    void catchesUpWithHeadsItNeverSawAndIgnoresThoseItSawTwice() {
        PoolSync sync = sync(NO_AUDIT);
        followed(sync);
        for (int i = 0; i < 12; i++) {
            busyBlock();
        }
        requireSame(followed(sync));
        requireSame(followed(sync));
    }

    @Test
    void countsEventsThatAreDeliveredTwiceOnce() {
        ChainReader twice = altered(ReorgIT::shuffledTwice);
        PoolSync sync = new PoolSync(twice, reader, pools, NO_AUDIT, PoolEvents.OWN_CONTRACTS);
        sync.follow(head());
        for (int i = 0; i < 5; i++) {
            busyBlock();
            requireSame(sync.follow(head()));
        }
    }

    private static List<LogEntry> shuffledTwice(List<LogEntry> logs) {
        List<LogEntry> doubled = new ArrayList<>();
        logs.forEach(log -> Collections.addAll(doubled, log, log));
        Collections.shuffle(doubled, new Random(1));
        return doubled;
    }

    @Test
    void readsEverythingAgainWhereItCannotGoBackFarEnough() {
        PoolSync sync = sync(new SyncRules(3, 5, Integer.MAX_VALUE));
        followed(sync);
        for (int i = 0; i < 6; i++) {
            busyBlock();
            followed(sync);
        }
        ground.rpc().reorg(5);
        requireSame(followed(sync));
        for (int i = 0; i < 7; i++) {
            busyBlock();
        }
        requireSame(followed(sync));
    }

    @Test
    void freezesAPoolWhoseEventsWereKeptFromItUntilItIsWholeAgain() {
        PoolSpec pair = pools.stream()
                .filter(pool -> pool.venue() == Venue.UNISWAP_V2)
                .findFirst()
                .orElseThrow();
        PoolSync sync = new PoolSync(
                withoutNextLogsOf(pair), reader, pools, new SyncRules(64, 64, 2), PoolEvents.OWN_CONTRACTS);
        sync.follow(head());
        actOnPair(pair);
        ground.mine();
        assertThat(sync.follow(head()).frozen()).as("nobody could know yet").isEmpty();
        ground.mine();

        PoolSync.Followed seen = sync.follow(head());
        assertThat(seen.frozen()).containsOnlyKeys(pair.id());
        assertThat(seen.pools()).isEqualTo(reader.read(head(), pools));
        ground.mine();
        assertThat(sync.follow(head()).frozen()).isNotEmpty();
        ground.mine();
        requireSame(sync.follow(head()));
    }

    @Test
    void aSwapThatContradictsTheTicksFreezesThePoolAtOnce() {
        PoolSpec pool = concentrated();
        PoolSync sync = new PoolSync(withoutNextLogsOf(pool), reader, pools, NO_AUDIT, PoolEvents.OWN_CONTRACTS);
        sync.follow(head());
        ground.act(mint(new Position(pool, -6000, 6000, BigInteger.valueOf(77))));
        ground.mine();
        assertThat(sync.follow(head()).frozen()).isEmpty();
        ground.act(swap(pool, true, "1000000"));
        ground.mine();

        PoolSync.Followed seen = sync.follow(head());

        assertThat(seen.frozen()).containsOnlyKeys(pool.id());
        assertThat(seen.frozen().get(pool.id()).why()).contains("its ticks sum to");
        assertThat(seen.pools()).isEqualTo(reader.read(head(), pools));
    }

    /** A node that loses the next events of one pool. */
    private static ChainReader withoutNextLogsOf(PoolSpec victim) {
        List<LogEntry> hidden = new ArrayList<>();
        return altered(logs -> {
            List<LogEntry> left = new ArrayList<>(logs);
            if (hidden.isEmpty()) {
                logs.stream()
                        .filter(log -> log.address().equals(victim.id().address()))
                        .forEach(hidden::add);
                left.removeAll(hidden);
            }
            return left;
        });
    }

    private static ChainReader altered(UnaryOperator<List<LogEntry>> change) {
        return (ChainReader) Proxy.newProxyInstance(
                ReorgIT.class.getClassLoader(), new Class<?>[] {ChainReader.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("logsAt")
                                ? change.apply(chain.logsAt(
                                        (BlockRef) arguments[0], addresses(arguments[1]), topics(arguments[2])))
                                : method.invoke(chain, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static List<Address> addresses(Object list) {
        return ((List<?>) list).stream().map(Address.class::cast).toList();
    }

    private static List<Hash32> topics(Object list) {
        return ((List<?>) list).stream().map(Hash32.class::cast).toList();
    }

    @Test
    void staysRightThroughARandomMixOfEverything() {
        PoolSync sync = sync(new SyncRules(16, 32, 5));
        followed(sync);
        for (int i = 0; i < 40; i++) {
            switch (random.nextInt(6)) {
                case 0 -> ground.rpc().reorg(1 + random.nextInt(8));
                case 1 -> ground.rpc().call("anvil_rollback", 1 + random.nextInt(3));
                default -> busyBlock();
            }
            if (random.nextInt(3) > 0) {
                requireSame(followed(sync));
            }
        }
        requireSame(followed(sync));
        assertThat(sync.follow(head()).frozen()).isEmpty();
    }

    private static PoolSync sync(SyncRules rules) {
        return new PoolSync(chain, reader, pools, rules, PoolEvents.OWN_CONTRACTS);
    }

    private static BlockRef head() {
        return chain.head().ref();
    }

    private static PoolSync.Followed followed(PoolSync sync) {
        return sync.follow(head());
    }

    private static void requireSame(PoolSync.Followed seen) {
        assertThat(seen.block()).isEqualTo(head());
        List<PoolState> read = reader.read(seen.block(), pools);
        assertThat(seen.pools()).isEqualTo(read);
        assertThat(seen.frozen()).isEmpty();
    }

    /** A block with several swaps, mints, burns and syncs of any pool. */
    private void busyBlock() {
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            PoolSpec pool = pools.get(random.nextInt(pools.size()));
            if (pool.venue() == Venue.UNISWAP_V2) {
                actOnPair(pool);
            } else {
                actOnPool(pool);
            }
        }
        ground.mine();
    }

    private void actOnPair(PoolSpec spec) {
        BigInteger amount =
                BigInteger.valueOf(1 + random.nextInt(1_000_000_000)).pow(2);
        ConstantProductPool pair =
                (ConstantProductPool) reader.read(head(), List.of(spec)).get(0);
        BigInteger out = pair.swapExactIn(new TokenAmount(spec.token0(), amount))
                .amountOut()
                .raw();
        ground.act(
                random.nextBoolean()
                        ? AbiEncoder.call("donate(address,address,uint256)")
                                .address(spec.id().address())
                                .address(spec.token1().address())
                                .integer(amount)
                        : AbiEncoder.call("swapPair(address,address,uint256,uint256,uint256)")
                                .address(spec.id().address())
                                .address(spec.token0().address())
                                .integer(amount)
                                .integer(0)
                                .integer(out));
    }

    private void actOnPool(PoolSpec pool) {
        switch (random.nextInt(4)) {
            case 0 -> {
                int lower = (random.nextInt(20) - 12) * pool.tickSpacing();
                int upper = lower + (1 + random.nextInt(12)) * pool.tickSpacing();
                Position position =
                        new Position(pool, lower, upper, BigInteger.valueOf(1 + random.nextInt(Integer.MAX_VALUE)));
                positions.add(position);
                ground.act(mint(position));
            }
            case 1 -> {
                if (!positions.isEmpty()) {
                    ground.act(burn(positions.remove(random.nextInt(positions.size()))));
                }
                // A position that is older than the following, so that the chain must be asked if its ticks are gone.
                int step = 1 + random.nextInt(10);
                ground.act(burn(new Position(
                        pool, -step * pool.tickSpacing(), (step + 1) * pool.tickSpacing(), BigInteger.TEN.pow(18))));
            }
            default ->
                ground.act(swap(
                        pool,
                        random.nextBoolean(),
                        (random.nextBoolean() ? "" : "-") + (1 + random.nextInt(1_000_000_000)) + "0000000"));
        }
    }

    private static PoolSpec concentrated() {
        return pools.stream()
                .filter(pool -> pool.tickSpacing() == 60)
                .findFirst()
                .orElseThrow();
    }

    private static AbiEncoder swap(PoolSpec pool, boolean zeroForOne, String amount) {
        return AbiEncoder.call("swap(address,bool,int256)")
                .address(pool.id().address())
                .bool(zeroForOne)
                .integer(new BigInteger(amount));
    }

    private static AbiEncoder mint(Position position) {
        return ranged("mint(address,int24,int24,uint128)", position);
    }

    private static AbiEncoder burn(Position position) {
        return ranged("burn(address,int24,int24,uint128)", position);
    }

    private static AbiEncoder ranged(String signature, Position position) {
        return AbiEncoder.call(signature)
                .address(position.pool().id().address())
                .integer(position.lower())
                .integer(position.upper())
                .integer(position.liquidity());
    }
}
