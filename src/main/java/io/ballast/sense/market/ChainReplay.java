package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.dex.Arithmetic;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.PoolEvents;
import io.ballast.sense.dex.web3j.QuoterV2;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Replays past blocks: reads pools at the first one, plays their events, and compares with what is read at the last one.
 * Needs a node that still has the state of both. Immutable and thread-safe.
 */
public final class ChainReplay {
    private final ChainReader chain;
    private final PoolReader reader;
    private final List<PoolSpec> pools;
    private final PoolEvents events;

    /** @param pools those without events to follow are left out */
    public ChainReplay(ChainReader chain, PoolReader reader, List<PoolSpec> pools, PoolEvents events) {
        this.chain = chain;
        this.reader = reader;
        this.events = events;
        this.pools = pools.stream()
                .filter(pool -> events.follow(pool))
                .map(ChainReplay::local)
                .toList();
    }

    /** By our arithmetic, which is what is to be proven, whoever quotes the pool for trading. */
    private static PoolSpec local(PoolSpec pool) {
        return pool.quotedBy(Arithmetic.LOCAL);
    }

    /**
     * What came out.
     *
     * @param events that were played
     * @param checks swaps and quotes against ours
     * @param differences in words, of pools whose state at the end is not what was read there
     */
    public record Result(
            BlockRef from, BlockRef to, int events, List<SwapCheck> checks, Map<PoolId, String> differences) {
        public Result {
            checks = List.copyOf(checks);
            differences = Map.copyOf(differences);
        }

        /** Whether everything was the same, to the unit. */
        public boolean same() {
            return differences.isEmpty() && checks.stream().allMatch(SwapCheck::exact);
        }
    }

    /**
     * Replays the blocks behind {@code from} up to {@code to}.
     *
     * @throws io.ballast.sense.chain.ChainException of kind UNKNOWN_BLOCK if the node has not got one of them
     */
    public Result swaps(long from, long to) {
        List<BlockRef> ends = ends(from, to);
        SwapReplay replay = new SwapReplay(reader.read(ends.get(0), pools));
        int events = play(replay, from, to);
        return new Result(ends.get(0), ends.get(1), events, replay.checks(), differences(replay, ends.get(1)));
    }

    /**
     * Replays the blocks for the states alone, and asks a quoter, if there is one, for swaps of many sizes in the pools that
     * it knows.
     */
    public Result quotes(long from, long to, Optional<Address> quoter) {
        List<BlockRef> ends = ends(from, to);
        SwapReplay replay = new SwapReplay(reader.read(ends.get(0), pools));
        int events = play(replay, from, to);
        SwapReplay quotes = new SwapReplay(replay.states());
        quoter.ifPresent(asked -> pools.stream()
                .filter(pool -> pool.venue() == Venue.UNISWAP_V3)
                .forEach(pool -> quote(quotes, ends.get(1), pool, asked)));
        return new Result(ends.get(0), ends.get(1), events, quotes.checks(), differences(replay, ends.get(1)));
    }

    private List<BlockRef> ends(long from, long to) {
        return chain.headers(List.of(from, to)).stream()
                .map(header -> header.ref())
                .toList();
    }

    private int play(SwapReplay replay, long from, long to) {
        Map<Long, List<LogEntry>> blocks = new TreeMap<>();
        chain.logs(new LogQuery(from + 1, to, events.emitters(pools), events.topics()))
                .forEach(log -> blocks.computeIfAbsent(log.blockNumber(), number -> new ArrayList<>())
                        .add(log));
        blocks.forEach((number, logs) -> {
            logs.forEach(log -> events.of(log).ifPresent(event -> replay.event(number, event)));
            refresh(replay, number);
        });
        return blocks.values().stream().mapToInt(List::size).sum();
    }

    private void refresh(SwapReplay replay, long number) {
        List<PoolSpec> stale = pools.stream()
                .filter(pool -> replay.stale().contains(pool.id()))
                .toList();
        if (!stale.isEmpty()) {
            BlockRef block = chain.headers(List.of(number)).get(0).ref();
            reader.read(block, stale).forEach(replay::put);
        }
    }

    private Map<PoolId, String> differences(SwapReplay replay, BlockRef to) {
        Map<PoolId, String> differences = new TreeMap<>();
        for (PoolState read : reader.read(to, pools)) {
            StateDifference.between(replay.state(read.id()), read)
                    .ifPresent(difference -> differences.put(read.id(), difference));
        }
        return differences;
    }

    /** Powers of ten from dust to beyond what a pool holds, both ways, for amounts in and out. */
    private void quote(SwapReplay quotes, BlockRef at, PoolSpec pool, Address quoter) {
        List<TokenAmount> amounts = pool.tokens().stream()
                .flatMap(token -> Stream.iterate(BigInteger.TEN.pow(2), raw -> raw.multiply(BigInteger.valueOf(1000)))
                        .limit(8)
                        .map(raw -> new TokenAmount(token, raw)))
                .toList();
        List<EthCall> calls = new ArrayList<>();
        amounts.forEach(amount -> {
            calls.add(QuoterV2.exactIn(quoter, pool, amount, other(pool, amount.token())));
            calls.add(QuoterV2.exactOut(quoter, pool, other(pool, amount.token()), amount));
        });
        List<CallResult> answers = chain.call(at.hash(), calls);
        for (int i = 0; i < amounts.size(); i++) {
            TokenAmount amount = amounts.get(i);
            Token other = other(pool, amount.token());
            QuoterV2.amount(answers.get(2 * i))
                    .ifPresent(out -> quotes.quoted(at.number(), pool.id(), amount, other, out));
            QuoterV2.amount(answers.get(2 * i + 1))
                    .ifPresent(in -> quotes.quotedOut(at.number(), pool.id(), other, amount, in));
        }
    }

    private static Token other(PoolSpec pool, Token token) {
        return token.equals(pool.token0()) ? pool.token1() : pool.token0();
    }
}
