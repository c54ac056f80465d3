package io.ballast.lab.jury;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.PoolEvent;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SwapResult;
import io.ballast.sense.dex.TrackedPool;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.PoolEvents;
import io.ballast.sense.dex.web3j.PoolLens;
import io.ballast.sense.dex.web3j.V4Events;
import io.ballast.sense.dex.web3j.V4Lens;
import io.ballast.sense.market.ChainReplay;
import io.ballast.sense.market.PoolReader;
import io.ballast.sense.market.ReadContracts;
import io.ballast.sense.market.ReadLimits;
import io.ballast.sense.market.SwapCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Swaps that are really mined, block after block: the state that our arithmetic leads to, the state that events lead to and
 * the state that the lens reads are one and the same, every tick and fee of it.
 */
class ExecutedSwapsIT {
    private static final int BLOCKS = 12;
    private static final Random RANDOM = new Random(42);
    private static Ground ground;
    private static Field field;

    @BeforeAll
    static void start() {
        ground = Ground.start();
        field = new Field(ground, 11);
    }

    @AfterAll
    static void stop() {
        if (ground != null) {
            ground.close();
        }
    }

    @Test
    void arithmeticAndEventsAndLensAgreeBlockAfterBlock() {
        List<PoolState> seen = states();
        Map<PoolId, TrackedPool> followed = new LinkedHashMap<>();
        seen.stream()
                .filter(ExecutedSwapsIT::hasAllEvents)
                .forEach(state -> followed.put(state.id(), TrackedPool.of(state)));
        long first = ground.head().ref().number();
        int swaps = 0;
        for (int block = 0; block < BLOCKS; block++) {
            Map<PoolId, PoolState> expected = new LinkedHashMap<>();
            seen.forEach(state -> expected.put(state.id(), swapped(state)));
            seen = mined(expected, followed);
            swaps += expected.size();
            if (block % 3 == 0) {
                seen.forEach(state -> field.grow(state, RANDOM));
                seen = mined(Map.of(), followed);
            }
        }
        System.out.printf("exactness: %d swaps mined in %d blocks%n", swaps, BLOCKS);
        assertThat(swaps).isGreaterThan(350);
        assertAReplayFindsNoDifference(first, ground.head().ref().number());
    }

    /** What verify-sim does, over the same blocks. */
    private static void assertAReplayFindsNoDifference(long first, long last) {
        List<PoolSpec> pools = states().stream().map(PoolState::spec).toList();
        PoolReader reader = new PoolReader(
                ground.reader(),
                Address.ZERO,
                ReadLimits.DEFAULT,
                List.of(new PoolLens(), new V4Lens(field.singleton().manager())),
                Map.of(),
                ReadContracts.NONE);
        ChainReplay.Result result = new ChainReplay(ground.reader(), reader, pools, events()).swaps(first, last);

        assertThat(result.differences()).isEmpty();
        assertThat(result.checks()).allMatch(SwapCheck::exact);
        assertThat(result.checks().stream()
                        .map(SwapCheck::pool)
                        .distinct()
                        .filter(id -> id.hex().length() > 42))
                .hasSizeGreaterThan(3);
    }

    private static PoolEvents events() {
        return new PoolEvents(Optional.of(new V4Events(field.singleton().manager())));
    }

    /** The pools after one more block, as the lens reads them. */
    private static List<PoolState> mined(Map<PoolId, PoolState> expected, Map<PoolId, TrackedPool> followed) {
        ground.mine();
        follow(followed);
        List<PoolState> read = states();
        read.forEach(state -> assertSame(state, expected, followed));
        return read;
    }

    private static List<PoolState> states() {
        return Stream.concat(field.states(Venue.UNISWAP_V3).stream(), field.states(Venue.UNISWAP_V4).stream())
                .toList();
    }

    private static boolean hasAllEvents(PoolState state) {
        return state.venue() == Venue.UNISWAP_V3 || V4Events.follow(state.spec());
    }

    /** Sends a swap that the pool can take, and tells the state it should lead to. */
    private static PoolState swapped(PoolState state) {
        Judge witness = new Judge.OfWitness(
                field.exchanges().witness(), field.singleton().manager());
        while (true) {
            SwapCase swap = SwapCase.random(List.of(state), 1, RANDOM).getFirst();
            Optional<SwapResult> local = swap.local();
            if (local.isPresent()) {
                EthCall call = witness.question(swap);
                ground.callFrom(DevAccounts.TRADERS.get(0), call.to(), call.data());
                return local.get().after();
            }
        }
    }

    private static void follow(Map<PoolId, TrackedPool> followed) {
        List<Address> everyone = List.of();
        for (LogEntry log : ground.reader().logsAt(ground.head().ref(), everyone, List.of())) {
            Optional<PoolEvent> event = events().of(log);
            event.ifPresent(e -> followed.computeIfPresent(e.pool(), (id, pool) -> pool.after(e)));
        }
    }

    private static void assertSame(PoolState read, Map<PoolId, PoolState> expected, Map<PoolId, TrackedPool> followed) {
        if (expected.containsKey(read.id())) {
            assertThat(expected.get(read.id())).isEqualTo(read);
        }
        if (followed.containsKey(read.id())) {
            TrackedPool pool = followed.get(read.id()).verified();
            assertThat(pool.sure()).isTrue();
            assertThat(pool.state()).isEqualTo(read);
        }
    }
}
