package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.data.duckdb.ParquetFiles;
import io.ballast.lab.data.events.EventFolder;
import io.ballast.lab.data.events.PoolSnapshots;
import io.ballast.lab.data.events.RecordedBlock;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Pools;
import io.ballast.sense.dex.Pools.Position;
import io.ballast.sense.dex.TickMath;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.PoolEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A small project with a store of recorded pools: two days of seeded swaps and liquidity in two V3 pools and a V2 pair. */
public final class RecordedProject {
    static final Token WETH = new Token(new Address("0x" + "1a".repeat(20)), "WETH", 18);
    static final Token USDC = new Token(new Address("0x" + "1b".repeat(20)), "USDC", 6);
    private static final int TICK = -200_310;
    private static final long FIRST = 1_000_000;
    private static final Duration BLOCK = Duration.ofSeconds(12);

    static final ConcentratedPool DEEP = Pools.pool(
            new PoolSpec(id("2a"), Venue.UNISWAP_V3, WETH, USDC, 500, 10),
            TickMath.sqrtRatioAtTick(TICK + 3).add(BigInteger.valueOf(77)),
            List.of(
                    Position.of(TICK - 50_000, TICK + 50_000, "200000000000000000"),
                    Position.of(TICK - 500, TICK + 500, "70000000000000000")));
    static final ConcentratedPool DEAR = Pools.pool(
            new PoolSpec(id("2b"), Venue.UNISWAP_V3, WETH, USDC, 3000, 60),
            TickMath.sqrtRatioAtTick(TICK + 5),
            List.of(Position.of(-250_020, -150_000, "50000000000000000")));
    static final ConstantProductPool PAIR = new ConstantProductPool(
            new PoolSpec(id("2c"), Venue.UNISWAP_V2, WETH, USDC, 3000, 0),
            new BigInteger("1000000000000000000000"),
            new BigInteger("2000000000000"));
    static final List<PoolState> START = List.of(DEEP, DEAR, PAIR);

    public final Path root;
    final Recorded chain = new Recorded(START);
    private final Instant begin;
    private int fair = TICK;

    /** @param begin time of the block before the first event */
    public RecordedProject(Path root, Instant begin) {
        this.root = root;
        this.begin = begin;
        write("config/networks/sample.yaml", NETWORK);
        write("config/agent.yaml", AGENT);
        write("strategies/halves.yaml", STRATEGY);
    }

    private static PoolId id(String part) {
        return PoolId.of(new Address("0x" + part.repeat(20)));
    }

    /** A file of the project. */
    public Path write(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A network with one pool more than was recorded, and a strategy on it. */
    public void writeWithAPoolMore(String name) {
        String pool =
                "  - {address: \"0x" + "2e".repeat(20) + "\", venue: uniswap-v3, tokens: [WETH, USDC], fee: 1bps}\n";
        write("config/networks/" + name + ".yaml", NETWORK.replace("name: sample", "name: " + name) + pool);
        write(
                "strategies/" + name + ".yaml",
                STRATEGY.replace("name: halves", "name: " + name).replace("network: sample", "network: " + name));
        try {
            Files.createSymbolicLink(root.resolve("data/pools/" + name), root.resolve("data/pools/sample"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A scenario over the store, whose file begins with these lines. */
    public Path scenario(String period, String fills) {
        return write("backtests/halves.yaml", """
                schema: 1
                strategy: halves
                period: %s
                start: {USDC: 20000, WETH: 2}
                data: {pools: {store: data/pools}}
                fills: {model: events, %s}
                risk: config/agent.yaml
                """.formatted(period, fills));
    }

    EventFolder folder() {
        List<PoolSpec> pools = START.stream().map(PoolState::spec).toList();
        return EventFolder.of(
                root.resolve("data/pools"),
                "sample",
                PoolEvents.OWN_CONTRACTS.emitters(pools),
                PoolEvents.OWN_CONTRACTS.topics(),
                new ParquetFiles());
    }

    /** Trades of others every ten minutes, all recorded in two pieces. */
    public void record(long seed, Duration length) {
        Random random = new Random(seed);
        long end = FIRST + length.dividedBy(BLOCK);
        long number = FIRST;
        while (number + 60 < end) {
            number += 40 + random.nextInt(20);
            chain.at(number);
            for (int i = random.nextInt(3); i >= 0; i--) {
                trade(random);
            }
            fair += random.nextInt(181) - 90;
            arbitrage();
            chain.end(time(number), 1_500_000_000L + random.nextInt(100_000_000));
        }
        chain.at(end);
        chain.end(time(end), 1_500_000_000L);
        new PoolSnapshots(folder(), START.stream().map(PoolState::spec).toList())
                .keep(Recorded.header(FIRST, begin, 1_500_000_000L), START);
        int half = chain.blocks().size() / 2;
        keep(FIRST + 1, chain.blocks().subList(0, half));
        keep(
                chain.blocks().get(half - 1).header().ref().number() + 1,
                chain.blocks().subList(half, chain.blocks().size()));
    }

    /** The same without a store. */
    public Recording recording() {
        List<RecordedBlock> blocks = chain.blocks();
        return new Recording(
                Recorded.header(FIRST, begin, 1_500_000_000L),
                START,
                () -> PoolReplay.Blocks.of(blocks),
                PoolEvents.OWN_CONTRACTS,
                Set.of());
    }

    private Instant time(long number) {
        return begin.plus(BLOCK.multipliedBy(number - FIRST));
    }

    private void keep(long from, List<RecordedBlock> blocks) {
        List<BlockHeader> headers = blocks.stream().map(RecordedBlock::header).toList();
        folder().keep(
                        from,
                        headers.getLast().ref().number(),
                        headers,
                        blocks.stream().flatMap(block -> block.logs().stream()).toList());
    }

    private void trade(Random random) {
        boolean sells = random.nextBoolean();
        BigInteger cents = BigInteger.valueOf(1_000 + random.nextInt(300_000));
        BigInteger raw = cents.multiply(sells ? BigInteger.valueOf(5_000_000_000_000L) : BigInteger.valueOf(10_000));
        TokenAmount amount = new TokenAmount(sells ? WETH : USDC, raw);
        PoolId pool = START.get(random.nextInt(3)).id();
        switch (random.nextInt(4)) {
            case 0 -> chain.out(pool, amount);
            case 1 -> liquidity(random);
            default -> chain.in(pool, amount);
        }
    }

    /** Each pool back to where the others are, as far as its fee pays for it. */
    private void arbitrage() {
        toPrice(DEEP.id(), 10);
        toPrice(DEAR.id(), 40);
        ConstantProductPool pair = (ConstantProductPool) chain.state(PAIR.id());
        BigInteger price = TickMath.sqrtRatioAtTick(fair);
        BigInteger root = pair.reserve0().multiply(pair.reserve1()).sqrt();
        BigInteger weth = root.shiftLeft(96).divide(price).subtract(pair.reserve0());
        BigInteger usdc = root.multiply(price).shiftRight(96).subtract(pair.reserve1());
        if (weth.shiftLeft(8).compareTo(pair.reserve0()) > 0) {
            chain.in(PAIR.id(), new TokenAmount(WETH, weth));
        } else if (usdc.shiftLeft(8).compareTo(pair.reserve1()) > 0) {
            chain.in(PAIR.id(), new TokenAmount(USDC, usdc));
        }
    }

    private void toPrice(PoolId pool, int slack) {
        int tick = ((ConcentratedPool) chain.state(pool)).tick();
        if (Math.abs(tick - fair) > slack) {
            chain.toPrice(pool, fair < tick, TickMath.sqrtRatioAtTick(fair).add(BigInteger.valueOf(5)));
        }
    }

    private void liquidity(Random random) {
        int low = TICK + 10 * (random.nextInt(20) - 10);
        chain.liquidity(
                DEEP.id(), low, low + 10 * (1 + random.nextInt(9)), new BigInteger(54, random).add(BigInteger.ONE));
    }

    private static final String NETWORK = """
            schema: 1
            name: sample
            chain_id: 1
            native: ETH
            wrapped: WETH
            block_time: 12s
            confirmations: 2 blocks
            replaceable: true
            gas: {tip: 0.1 gwei, reserve: 0.05 ETH}
            contracts:
              router: "0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45"
              multicall3: "0xcA11bde05977b3631167028862bE2a173976CA11"
            tokens:
              WETH: {address: "%s", decimals: 18, feed: {address: "0x%s", heartbeat: 1d}}
              USDC: {address: "%s", decimals: 6, feed: {address: "0x%s", heartbeat: 1d}}
            pools:
              - {address: "%s", venue: uniswap-v3, tokens: [WETH, USDC], fee: 5bps}
              - {address: "%s", venue: uniswap-v3, tokens: [WETH, USDC], fee: 30bps}
              - {address: "%s", venue: uniswap-v2, tokens: [WETH, USDC], fee: 30bps}
            """.formatted(
                    WETH.address().checksummed(),
                    "3a".repeat(20),
                    USDC.address().checksummed(),
                    "3b".repeat(20),
                    DEEP.id(),
                    DEAR.id(),
                    PAIR.id());

    private static final String AGENT = """
            schema: 1
            strategies: [halves]
            capital: {max: 50000 USD}
            gas: {max_per_day: 5000 USD}
            limits:
              preset: balanced
              max_notional_per_day: 10000000 USD
              max_notional_per_trade: 20000 USD
              max_turnover_per_day: 1000%
              max_trades_per_hour: 1000
              max_trades_per_day: 10000
              max_price_impact: 200bps
              max_slippage: 100bps
            """;

    private static final String STRATEGY = """
            schema: 1
            name: halves
            network: sample
            cash: USDC
            universe:
              WETH: {target: 50%, min: 0%, max: 100%}
              USDC: {target: 50%, min: 0%, max: 100%}
            timeframe: 2h
            rebalance: {no_trade_band: 0.05%, min_trade: 5 USD}
            scorer: {type: band}
            execution: {venues: [uniswap-v3, uniswap-v2], max_slippage: 50bps, max_price_impact: 100bps, deadline: 2m}
            """;
}
