package io.ballast.sense.market;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.pair;
import static io.ballast.sense.dex.Pools.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Pools;
import io.ballast.sense.dex.Pools.Position;
import io.ballast.sense.dex.web3j.Encoding;
import io.ballast.sense.dex.web3j.Event;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriceHistoryTest {
    private static final Instant START = Instant.ofEpochSecond(1_800_000_000);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final BigInteger Q96 = BigInteger.ONE.shiftLeft(96);
    private static final ConcentratedPool A_C =
            Pools.pool(spec(2, A, C, 3000, 60), Q96, List.of(Position.of(-60_000, 60_000, "1000000000000")));

    private final FakeChain chain = new FakeChain();
    private final PriceHistory history = new PriceHistory(chain);

    /** One block every 12 s; the pair's price of A in cash is the number of the block, at every tenth block. */
    private PoolState evenChain(int blocks) {
        for (int i = 0; i < blocks; i++) {
            long number = chain.mine(START.plusSeconds(12L * i)).ref().number();
            if (number % 10 == 0 && number > 0) {
                sync(number, BigInteger.TEN.pow(18), BigInteger.valueOf(number).multiply(BigInteger.TEN.pow(6)));
            }
        }
        long last = (blocks - 1L) / 10 * 10;
        return pair(1, A, B, 3000, BigInteger.TEN.pow(18).toString(), last + "000000");
    }

    @Test
    void closesAreThePricesAfterTheLastBlockOfEachBar() {
        List<PoolState> pools = List.of(evenChain(2_001), A_C);
        MarketState market = Markets.market(chain.head(), pools);

        PriceBars bars = history.last(market, ReferencePools.choose(market), HOUR, 6);

        assertThat(bars.missing()).isEmpty();
        assertThat(bars.times())
                .hasSize(6)
                .startsWith(market.block().timestamp().minus(HOUR.multipliedBy(5)));
        for (int i = 0; i < 6; i++) {
            // 300 blocks an hour; A costs the block's number in B, and C (at par with A) the same.
            double expected = 2_000 - 300.0 * (5 - i);
            assertThat(bars.closes().get(i)).containsExactly(new double[] {expected, 1, expected}, within(1e-9));
        }
    }

    @Test
    void theLastBarIsThePriceOfThePinnedState() {
        MarketState market = Markets.market(chain(1_234), List.of(evenPool, A_C));
        ReferencePools references = ReferencePools.choose(market);

        PriceBars bars = history.last(market, references, Duration.ofMinutes(7), 20);

        assertThat(bars.closes().get(19)).containsExactly(references.closes(market));
        assertThat(bars.closes().get(19)[0]).isEqualTo(evenPool.midPrice(A).doubleValue());
        assertThat(bars.times().get(19)).isEqualTo(market.block().timestamp());
    }

    private PoolState evenPool = A_C;

    private BlockHeader chain(int blocks) {
        evenPool = evenChain(blocks);
        return chain.blocks.get(blocks - 1);
    }

    @Test
    void findsBlocksInFewRoundTripsHoweverUnevenTheyAre() {
        Random random = new Random(3);
        Instant time = START;
        for (int i = 0; i < 6_000; i++) {
            chain.mine(time);
            time = time.plusSeconds(random.nextInt(50) == 0 ? random.nextInt(4_000) : random.nextInt(3));
        }
        Instant now = chain.head().ref().timestamp();
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            times.add(now.minusSeconds(3_600L * i));
        }
        chain.roundTrips = 0;

        List<java.util.Optional<Long>> found =
                new BlockFinder(chain, chain.blocks.get(5_999).ref()).atOrBefore(times);

        assertThat(chain.roundTrips).isLessThan(60);
        for (int i = 0; i < times.size(); i++) {
            Instant wanted = times.get(i);
            java.util.Optional<Long> slow = chain.blocks.stream()
                    .map(BlockHeader::ref)
                    .filter(ref -> !ref.timestamp().isAfter(wanted))
                    .map(ref -> ref.number())
                    .reduce((a, b) -> b);
            assertThat(found.get(i)).isEqualTo(slow);
        }
    }

    @Test
    void evenBlocksNeedAHandfulOfRoundTrips() {
        MarketState market = Markets.market(chain(4_000), List.of(evenPool, A_C));
        chain.roundTrips = 0;

        history.last(market, ReferencePools.choose(market), Duration.ofMinutes(10), 60);

        assertThat(chain.roundTrips).isLessThanOrEqualTo(10);
    }

    @Test
    void aPoolThatNeverMovedHadItsPresentPrice() {
        List<PoolState> pools = List.of(pair(1, A, B, 3000, "1000000000000000000", "3000000000"), A_C);
        for (int i = 0; i < 1_000; i++) {
            chain.mine(START.plusSeconds(12L * i));
        }
        MarketState market = Markets.market(chain.head(), pools);

        PriceBars bars = history.last(market, ReferencePools.choose(market), Duration.ofMinutes(10), 5);

        assertThat(bars.missing()).isEmpty();
        assertThat(bars.closes()).allSatisfy(bar -> assertThat(bar).containsExactly(3000, 1, 3000));
    }

    @Test
    void looksBackForTheEventBeforeTheFirstBar() {
        for (int i = 0; i < 30_000; i++) {
            chain.mine(START.plusSeconds(12L * i));
        }
        sync(100, BigInteger.TEN.pow(18), BigInteger.valueOf(5_000_000));
        sync(29_990, BigInteger.TEN.pow(18), BigInteger.valueOf(7_000_000));
        MarketState market =
                Markets.market(chain.head(), List.of(pair(1, A, B, 3000, "1000000000000000000", "7000000"), A_C));

        PriceBars bars = history.last(market, ReferencePools.choose(market), HOUR, 3);

        assertThat(bars.missing()).isEmpty();
        assertThat(bars.closes()).extracting(bar -> bar[0]).containsExactly(5.0, 5.0, 7.0);
        assertThat(chain.queries.get(chain.queries.size() - 1).addresses())
                .as("only the pool that moved")
                .containsExactly(PoolId.of(Pools.address(1)).address());
    }

    @Test
    void barsBeforeAPoolsBirthAreMissingAndSaidSo() {
        for (int i = 0; i <= 1_500; i++) {
            chain.mine(START.plusSeconds(12L * i));
        }
        sync(1_000, BigInteger.TEN.pow(18), BigInteger.valueOf(7_000_000));
        MarketState market =
                Markets.market(chain.head(), List.of(pair(1, A, B, 3000, "1000000000000000000", "7000000"), A_C));

        PriceBars bars = history.last(market, ReferencePools.choose(market), HOUR, 9);

        // 1,500 blocks are five hours: six bars fit, those at blocks 1,200 and 1,500 know the price.
        assertThat(bars.missing().orElseThrow())
                .isEqualTo(
                        "7 of 9 bars: 3 before the chain's first block, 4 before the first known price of a reference pool");
        assertThat(bars.closes())
                .hasSize(2)
                .allSatisfy(bar -> assertThat(bar[0]).isEqualTo(7.0));
        assertThat(bars.times())
                .containsExactly(
                        market.block().timestamp().minus(HOUR), market.block().timestamp());
    }

    @Test
    void anEventThatContradictsTheStateIsMalformed() {
        MarketState market = Markets.market(chain(500), List.of(evenPool, A_C));
        sync(499, BigInteger.TEN.pow(18), BigInteger.valueOf(1_234_567));

        assertFails(market, ChainException.Kind.MALFORMED);
    }

    @Test
    void aReorganisedBlockIsUnknown() {
        BlockHeader head = chain(500);
        BlockRef other =
                new BlockRef(499, Hash32.ZERO, head.ref().parent(), head.ref().timestamp());
        chain.blocks.set(499, new BlockHeader(other, head.baseFee(), 0, 30));
        MarketState market = Markets.market(head, List.of(evenPool, A_C));

        assertFails(market, ChainException.Kind.UNKNOWN_BLOCK);
    }

    @Test
    void headersOfOtherNumbersAreMalformed() {
        MarketState market = Markets.market(chain(500), List.of(evenPool, A_C));
        chain.blocks.remove(0);
        chain.mine(START);

        assertFails(market, ChainException.Kind.MALFORMED);
    }

    @Test
    void aTokenWithoutAnyPathToCashIsRefused() {
        BlockHeader head = chain.mine(START);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferencePools.choose(Markets.market(head, List.of(A_C))))
                .withMessageContaining("AAA");
    }

    @Test
    void theDeepestPoolIsTheReference() {
        BlockHeader head = chain.mine(START);
        ConstantProductPool shallow = pair(1, A, B, 3000, "1000000000000000000", "3000000000");
        // Virtual reserve of B: L·√P = 2^40 raw, at price 1 raw for raw.
        ConcentratedPool deep =
                Pools.pool(spec(9, A, B, 500, 10), Q96, List.of(Position.of(-600, 600, Long.toString(1L << 40))));
        MarketState market = Markets.market(head, List.of(shallow, A_C, deep));

        assertThat(ReferencePools.choose(market).pools()).containsExactly(A_C.spec(), deep.spec());
        assertThat(ReferencePools.choose(market).closes(market)[0])
                .isEqualTo(deep.midPrice(A).doubleValue());
    }

    @Test
    void aTokenWhosePoolsAreAllFrozenIsPricedByThemAndNoOtherIs() {
        MarketState open = Markets.market(chain(20), List.of(evenPool, A_C));
        MarketState frozen = new MarketState(
                open.universe(), open.header(), List.of(evenPool), List.of(A_C), open.prices(), open.conditions());

        assertThat(ReferencePools.choose(frozen).pools())
                .isEqualTo(ReferencePools.choose(open).pools());
        assertThat(ReferencePools.choose(frozen).closes(frozen))
                .isEqualTo(ReferencePools.choose(open).closes(open));
    }

    private void assertFails(MarketState market, ChainException.Kind kind) {
        ReferencePools references = ReferencePools.choose(market);
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> history.last(market, references, Duration.ofMinutes(10), 5))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private void sync(long block, BigInteger reserve0, BigInteger reserve1) {
        Encoding data = Encoding.of().word(reserve0).word(reserve1);
        chain.events.add(new LogEntry(
                Pools.address(1),
                List.of(Event.V2_SYNC.topic()),
                data.build(),
                block,
                Hash32.ZERO,
                Hash32.ZERO,
                chain.events.size()));
    }
}
