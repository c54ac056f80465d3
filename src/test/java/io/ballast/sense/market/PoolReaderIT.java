package io.ballast.sense.market;

import static io.ballast.sense.dex.Pools.address;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Hex;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.web3j.JsonRpc;
import io.ballast.sense.chain.web3j.RpcAnswer;
import io.ballast.sense.chain.web3j.RpcCall;
import io.ballast.sense.chain.web3j.RpcLimits;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.PoolEvents;
import io.ballast.sense.dex.web3j.PoolLens;
import io.ballast.sense.market.ReadPlan.Way;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every way of reading pools gives the same, word for word, and the best one is fast. */
class PoolReaderIT {
    private static final int TOKENS = 11;
    private static final int POOLS = 50;
    private static final ReadLimits WIDE = new ReadLimits(20_000_000_000L, 10_000, 10_000);
    private static PoolGround ground;
    private static ChainReader chain;
    private static BlockRef head;
    private static final List<PoolSpec> MANY = new ArrayList<>();
    private static final List<PoolSpec> MIXED = new ArrayList<>();

    /** 50 V3 pools, 25 of them with about 200 ticks, and 50 pairs; beside them one pool of each spacing. */
    @BeforeAll
    static void ground() {
        ground = new PoolGround(TOKENS);
        int made = 0;
        for (int a = 0; a < TOKENS; a++) {
            for (int b = a + 1; b < TOKENS && made < POOLS; b++, made++) {
                MANY.add(ground.pool(a, b, 3000, 60, made < POOLS / 2 ? 100 : 1));
                MANY.add(ground.pair(a, b));
            }
        }
        MIXED.add(ground.pool(0, 1, 100, 1, 30));
        MIXED.add(ground.pool(0, 1, 500, 10, 20));
        MIXED.add(ground.pool(0, 1, 10_000, 200, 10));
        MIXED.addAll(MANY.subList(0, 4));
        MANY.sort(Comparator.comparing(PoolSpec::id));
        ground.mine();
        chain = ground.chain();
        head = chain.head().ref();
    }

    @AfterAll
    static void end() {
        if (ground != null) {
            ground.close();
        }
    }

    @Test
    void everyWayGivesTheSameWordForWord() {
        List<PoolState> byLens = reader(Way.LENS, ReadLimits.DEFAULT).read(head, MIXED);

        assertThat(byLens)
                .allSatisfy(pool -> assertThat(
                                pool instanceof ConcentratedPool p ? p.ticks().isComplete() : true)
                        .isTrue());
        assertThat(byLens.stream().mapToInt(PoolReaderIT::ticks).max().orElseThrow())
                .isEqualTo(200);
        assertThat(reader(Way.MULTICALL, ReadLimits.DEFAULT).read(head, MIXED)).isEqualTo(byLens);
        assertThat(reader(Way.SINGLES, WIDE).read(head, MIXED)).isEqualTo(byLens);
        assertThat(reader(Way.TICK_LENS, WIDE).read(head, MIXED)).isEqualTo(byLens);
    }

    /** Of a pool with 200 ticks in 116 words. */
    @Test
    void theTickLensSavesACallForEveryTick() {
        List<PoolSpec> one = MANY.stream()
                .filter(pool -> pool.venue() == Venue.UNISWAP_V3)
                .filter(pool ->
                        ticks(reader(Way.LENS, WIDE).read(head, List.of(pool)).get(0)) == 200)
                .limit(1)
                .toList();
        Plain singles = new Plain();
        Plain lens = new Plain();

        List<PoolState> slow = plainly(singles, Optional.empty()).read(head, one);
        PoolReader reader = plainly(lens, Optional.of(ground.tickLens));

        assertThat(reader.read(head, one)).isEqualTo(slow);
        assertThat(reader.plan().way()).isEqualTo(Way.TICK_LENS);
        assertThat(singles.calls - lens.calls).isEqualTo(200);
        assertThat(singles.batches - lens.batches).isEqualTo(1);
    }

    /** A file may name a TickLens that is not there; pools that are pairs are asked for nothing there. */
    @Test
    void goesOnWithoutATickLensWhereThereIsNone() {
        List<PoolSpec> coarse = MIXED.subList(1, MIXED.size());
        PoolReader reader = plainly(new Plain(), Optional.of(address(0x71c)));

        assertThat(reader.read(head, coarse))
                .isEqualTo(reader(Way.LENS, ReadLimits.DEFAULT).read(head, coarse));
        assertThat(reader.plan().way()).isEqualTo(Way.SINGLES);
    }

    /** Without Multicall3. */
    private static PoolReader plainly(Plain node, Optional<Address> tickLens) {
        ReadPlan plan = new ReadPlan(Way.LENS, WIDE, List.of(new PoolLens()), tickLens);
        return new PoolReader(node.reader(), address(0xca11), plan);
    }

    /** A node that lends no code; counts what it answers. */
    private static final class Plain {
        private int calls;
        private int batches;

        ChainReader reader() {
            return (ChainReader) Proxy.newProxyInstance(
                    PoolReaderIT.class.getClassLoader(),
                    new Class<?>[] {ChainReader.class},
                    (proxy, method, arguments) -> answers((Hash32) arguments[0], calls((List<?>) arguments[1])));
        }

        private static List<EthCall> calls(List<?> calls) {
            return calls.stream().map(EthCall.class::cast).toList();
        }

        private List<CallResult> answers(Hash32 at, List<EthCall> asked) {
            if (asked.stream().anyMatch(call -> !call.codeOverrides().isEmpty())) {
                throw new ChainException(ChainException.Kind.REFUSED, "too many arguments, want at most 2");
            }
            calls += asked.size();
            batches++;
            return chain.call(at, asked);
        }
    }

    @Test
    void readsWordsNearThePriceWhereThereIsNotGasForAll() {
        ConcentratedPool whole = (ConcentratedPool)
                reader(Way.LENS, WIDE).read(head, MIXED.subList(0, 1)).get(0);
        for (Way way : List.of(Way.LENS, Way.SINGLES)) {
            ReadLimits narrow = new ReadLimits(2_000_000, 10_000, 201);
            ConcentratedPool part = (ConcentratedPool)
                    reader(way, narrow).read(head, MIXED.subList(0, 1)).get(0);
            assertThat(part.ticks().isComplete()).isFalse();
            assertThat(part.ticks().knownLow()).isLessThan(-20_000);
            assertThat(StateDifference.between(part, whole)).isEmpty();
            assertThat(part.ticks().size()).isEqualTo(whole.ticks().size());
        }
    }

    /** The reader thinks that it has all the gas in the world. */
    @Test
    void findsTheNodesCapByHalving() {
        PoolReader reader = new PoolReader(
                capped(4_000_000L), PoolGround.MULTICALL, new ReadPlan(Way.LENS, WIDE, List.of(new PoolLens())));
        List<PoolState> whole = reader(Way.SINGLES, WIDE).read(head, MIXED);

        List<PoolState> read = reader.read(head, MIXED);

        assertThat(reader.plan().way()).isEqualTo(Way.LENS);
        assertThat(reader.plan().limits().callGas()).isBetween(2_000_000L, 6_000_000L);
        for (int i = 0; i < read.size(); i++) {
            assertThat(StateDifference.between(read.get(i), whole.get(i))).isEmpty();
        }
    }

    /** A node that gives each call so much gas. */
    private static ChainReader capped(long gas) {
        JsonRpc rpc = new JsonRpc(0, ground.url(), RpcLimits.DEFAULT);
        return (ChainReader) Proxy.newProxyInstance(
                PoolReaderIT.class.getClassLoader(), new Class<?>[] {ChainReader.class}, (proxy, method, arguments) -> {
                    List<CallResult> results = new ArrayList<>();
                    for (Object call : (List<?>) arguments[1]) {
                        results.add(call(rpc, (Hash32) arguments[0], (EthCall) call, gas));
                    }
                    return results;
                });
    }

    private static CallResult call(JsonRpc rpc, Hash32 at, EthCall call, long gas) {
        Map<String, Object> code = new HashMap<>();
        call.codeOverrides().forEach((to, bytes) -> code.put(to.hex(), Map.of("code", bytes.hex())));
        RpcAnswer answer = rpc.ask(RpcCall.of(
                "eth_call",
                Map.of("to", call.to().hex(), "data", call.data().hex(), "gas", Hex.ofQuantity(gas)),
                Map.of("blockHash", at.hex()),
                code));
        return switch (answer) {
            case RpcAnswer.Result(JsonNode value) -> new CallResult.Returned(Bytes.parse(value.stringValue()));
            case RpcAnswer.Failure failure
            when failure.code() == 3 ->
                new CallResult.Reverted(Bytes.parse(failure.data().stringValue()), failure.message());
            case RpcAnswer.Failure failure -> throw new ChainException(ChainException.Kind.REFUSED, failure.message());
        };
    }

    /** Measured, not asserted: machines differ. */
    @Test
    void aHundredPoolsInOneCall() {
        PoolReader reader = reader(Way.LENS, WIDE);
        assertThat(reader.calls(MANY)).hasSize(1);
        for (int i = 0; i < 12; i++) {
            reader.read(head, MANY);
        }
        List<Long> whole = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            List<PoolState> states = reader.read(head, MANY);
            whole.add((System.nanoTime() - start) / 1_000);
            assertThat(states).hasSize(2 * POOLS);
        }
        var answers = chain.call(head.hash(), reader.calls(MANY));
        PoolLens lens = new PoolLens(WIDE.callGas());
        List<Long> decoding = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            lens.states(MANY, answers, head.timestamp());
            decoding.add((System.nanoTime() - start) / 1_000);
        }
        System.out.printf(
                "100 pools (50 V3, 25 of them with 200 ticks, 50 V2) in one call: %s µs; decoding alone: best %d, median"
                        + " %d µs%n",
                whole.stream().sorted().toList(),
                decoding.stream().sorted().toList().get(0),
                decoding.stream().sorted().toList().get(10));
        assertThat(MANY.stream().filter(pool -> pool.venue() == Venue.UNISWAP_V3))
                .hasSize(POOLS);
    }

    /** Measured, not asserted: machines differ. */
    @Test
    void aBlockWithAnEventInEachOfAHundredPools() {
        PoolReader reader = reader(Way.LENS, WIDE);
        PoolBook book = new PoolBook(head, reader.read(head, MANY), 64);
        for (int i = 0; i < MANY.size(); i++) {
            actOn(MANY.get(i), i);
        }
        ground.mine();
        BlockRef next = chain.head().ref();
        List<LogEntry> logs = new BlockEvents(book, PoolEvents.OWN_CONTRACTS).fetch(chain, next, MANY);
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            long start = System.nanoTime();
            BlockEvents events = new BlockEvents(book, PoolEvents.OWN_CONTRACTS).apply(logs);
            micros.add((System.nanoTime() - start) / 1_000);
            assertThat(events.stale()).isEmpty();
        }
        BlockEvents events = new BlockEvents(book, PoolEvents.OWN_CONTRACTS).apply(logs);
        book.apply(next, events.changed());
        assertThat(events.changed()).hasSize(2 * POOLS);
        assertThat(book.states()).isEqualTo(reader.read(next, MANY));
        List<Long> warm = micros.subList(200, 300).stream().sorted().toList();
        System.out.printf(
                "a block of %d events over 100 pools applied: best %d, median %d, worst %d µs (warm)%n",
                logs.size(), warm.get(0), warm.get(50), warm.get(99));
    }

    /** A swap or new liquidity in a pool; a gift to a pair. */
    private static void actOn(PoolSpec pool, int i) {
        if (pool.venue() == Venue.UNISWAP_V2) {
            ground.act(AbiEncoder.call("donate(address,address,uint256)")
                    .address(pool.id().address())
                    .address(pool.token0().address())
                    .integer(1_000_000L + i));
        } else if (i % 3 == 0) {
            ground.act(AbiEncoder.call("mint(address,int24,int24,uint128)")
                    .address(pool.id().address())
                    .integer(-60L * (i + 200))
                    .integer(60L * (i + 200))
                    .integer(1_000_000L + i));
        } else {
            ground.act(AbiEncoder.call("swap(address,bool,int256)")
                    .address(pool.id().address())
                    .bool(i % 2 == 0)
                    .integer(1_000_000_000_000_000L + i));
        }
    }

    private static PoolReader reader(Way way, ReadLimits limits) {
        return new PoolReader(
                chain,
                PoolGround.MULTICALL,
                new ReadPlan(way, limits, List.of(new PoolLens()), Optional.of(ground.tickLens)));
    }

    private static int ticks(PoolState pool) {
        return pool instanceof ConcentratedPool p ? p.ticks().size() : 0;
    }
}
