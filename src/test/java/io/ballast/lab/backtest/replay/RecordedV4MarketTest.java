package io.ballast.lab.backtest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Hex;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.data.events.RecordedBlock;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Pools;
import io.ballast.sense.dex.web3j.PoolEvents;
import io.ballast.sense.dex.web3j.V4Events;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Forty-nine swaps of mainnet in a row as one market, with and without an order of ours in front of them. */
class RecordedV4MarketTest {
    private static final Address MANAGER = Pools.address(0x4444);
    private static final PoolId ID = RecordedV4.ID;
    private static final PoolEvents EVENTS = new PoolEvents(Optional.of(new V4Events(MANAGER)));
    private static final Hash32 SWAP = V4Events.topics().get(0);
    private static final Hash32 MOVE = V4Events.topics().get(1);

    private final List<LogEntry> logs = new ArrayList<>();
    private final Map<OrderKind, Long> kinds = new HashMap<>();
    private final ConcentratedPool start;
    private final ConcentratedPool end;

    RecordedV4MarketTest() throws IOException {
        RecordedV4 recorded = RecordedV4.read();
        JsonNode swaps = recorded.swaps();
        SortedMap<Integer, BigInteger> nets = recorded.netsAt(swaps.get(0));
        start = RecordedV4.after(swaps.get(0), nets);
        for (JsonNode verdict : recorded.verdicts()) {
            int i = verdict.get("i").asInt();
            SortedMap<Integer, BigInteger> next = recorded.nets(verdict);
            move(RecordedV4.block(swaps.get(i)), nets, next);
            nets = next;
            swap(swaps.get(i), RecordedV4.after(swaps.get(i), nets));
            kinds.merge(OrderKind.valueOf(verdict.get("mode").asString().toUpperCase(Locale.ROOT)), 1L, Long::sum);
        }
        end = RecordedV4.after(swaps.get(recorded.verdicts().size()), nets);
    }

    @Test
    void aloneItLeadsToTheRecordedStateAndAfterAnOrderOfOursEverySwapIsMadeAgainAsTheOrderItWas() {
        PoolReplay alone = replay();
        alone.advanceTo(Long.MAX_VALUE);
        assertThat(numbers(alone.states())).isEqualTo(numbers(List.of(end)));
        assertThat(alone.tally().recomputed()).isEmpty();

        PoolReplay shared = replay();
        TokenAmount ours = TokenAmount.of(RecordedV4.USDC, BigDecimal.ONE);
        shared.include(
                shared.upcoming().orElseThrow().ref().number(),
                0,
                (header, pools) -> new PoolReplay.Done<>(
                        "",
                        List.of(((ConcentratedPool) pools.getFirst())
                                .swapExactIn(ours)
                                .after())));
        shared.advanceTo(Long.MAX_VALUE);

        Map<OrderKind, Long> again = new HashMap<>(shared.tally().recomputed());
        again.remove(OrderKind.AS_TOLD);
        assertThat(shared.tally().missedCount()).isZero();
        assertThat(again).isEqualTo(kinds);
        assertThat(kinds.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(49);
        assertThat(numbers(shared.recordedStates())).isEqualTo(numbers(List.of(end)));
        assertThat(shared.changed()).containsExactly(ID);
        // Whoever buys ETH first leaves it dearer for good, by next to nothing in a pool this deep.
        BigInteger price = ((ConcentratedPool) shared.states().getFirst()).sqrtPriceX96();
        assertThat(price).isGreaterThan(end.sqrtPriceX96());
        assertThat(price.subtract(end.sqrtPriceX96()).shiftLeft(16)).isLessThan(end.sqrtPriceX96());
    }

    /** Without the ticks: those at which positions cancel out cannot be told from sums. */
    private static List<BigInteger> numbers(List<PoolState> states) {
        ConcentratedPool pool = (ConcentratedPool) states.getFirst();
        return List.of(pool.sqrtPriceX96(), BigInteger.valueOf(pool.tick()), pool.liquidity());
    }

    private PoolReplay replay() {
        TreeMap<Long, List<LogEntry>> blocks = new TreeMap<>();
        logs.forEach(log -> blocks.computeIfAbsent(log.blockNumber(), number -> new ArrayList<>())
                .add(log));
        List<RecordedBlock> all = new ArrayList<>();
        blocks.forEach((number, events) -> all.add(new RecordedBlock(header(number), events)));
        return new PoolReplay(
                header(blocks.firstKey() - 1), PoolReplay.Blocks.of(all), List.of(start), EVENTS, Set.of());
    }

    private static BlockHeader header(long number) {
        BlockRef ref = new BlockRef(number, hash(number), hash(number - 1), Instant.ofEpochSecond(12 * number));
        return new BlockHeader(ref, new Wei(BigInteger.TEN), 15_000_000, 30_000_000);
    }

    private void swap(JsonNode swap, ConcentratedPool after) {
        emit(
                RecordedV4.block(swap),
                SWAP,
                RecordedV4.ethIn(swap).negate(),
                RecordedV4.usdcIn(swap).negate(),
                after.sqrtPriceX96(),
                after.liquidity(),
                BigInteger.valueOf(after.tick()),
                BigInteger.valueOf(500));
    }

    /** Who moved what is not known; these positions between neighbours make the same sums. */
    private void move(long block, SortedMap<Integer, BigInteger> from, SortedMap<Integer, BigInteger> to) {
        SortedMap<Integer, BigInteger> changes = new TreeMap<>(to);
        from.forEach((tick, net) -> changes.merge(tick, net.negate(), BigInteger::add));
        changes.values().removeIf(change -> change.signum() == 0);
        BigInteger sum = BigInteger.ZERO;
        Integer low = null;
        for (var change : changes.entrySet()) {
            if (low != null && sum.signum() != 0) {
                emit(block, MOVE, BigInteger.valueOf(low), BigInteger.valueOf(change.getKey()), sum, BigInteger.ZERO);
            }
            sum = sum.add(change.getValue());
            low = change.getKey();
        }
    }

    private void emit(long block, Hash32 topic, BigInteger... words) {
        StringBuilder data = new StringBuilder("0x");
        for (BigInteger each : words) {
            data.append(word(each));
        }
        logs.add(new LogEntry(
                MANAGER,
                List.of(topic, new Hash32(ID.hex()), hash(1)),
                Bytes.of(Hex.decode(data.toString())),
                block,
                hash(block),
                hash(1_000_000 + logs.size()),
                logs.size()));
    }

    private static Hash32 hash(long number) {
        return new Hash32("0x" + word(BigInteger.valueOf(number)));
    }

    private static String word(BigInteger value) {
        BigInteger unsigned = value.signum() < 0 ? value.add(BigInteger.ONE.shiftLeft(256)) : value;
        String hex = unsigned.toString(16);
        return "0".repeat(64 - hex.length()) + hex;
    }
}
