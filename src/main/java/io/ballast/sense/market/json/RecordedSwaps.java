package io.ballast.sense.market.json;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.TickTable;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.SwapCheck;
import io.ballast.sense.market.SwapReplay;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pools, events and answers that were recorded, in one JSON document; {@code docs/recorded-swaps.md} shows the form. Amounts
 * are raw, as text or numbers. Answers count for the states after all events.
 *
 * @param schema 1
 */
public record RecordedSwaps(
        int schema,
        List<RecordedPool> pools,
        @Nullable List<RecordedEvent> events,
        @Nullable List<RecordedAnswer> answers) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public RecordedSwaps {
        if (pools == null) {
            throw new IllegalArgumentException("there are no pools");
        }
    }

    /** A token of a pool. */
    public record RecordedToken(String symbol, String address, int decimals) {
        Token token() {
            return new Token(Address.parse(address), symbol, decimals);
        }
    }

    /** A pool and its state before the first event: reserves, or price, liquidity and ticks. */
    public record RecordedPool(
            String id,
            String venue,
            List<RecordedToken> tokens,
            int feePips,
            int tickSpacing,
            @Nullable BigInteger reserve0,
            @Nullable BigInteger reserve1,
            @Nullable BigInteger sqrtPriceX96,
            int tick,
            @Nullable BigInteger liquidity,
            @Nullable List<RecordedTick> ticks) {
        PoolState state() {
            PoolSpec spec = new PoolSpec(
                    new PoolId(id.toLowerCase(Locale.ROOT)),
                    Venue.valueOf(venue.toUpperCase(Locale.ROOT).replace('-', '_')),
                    tokens.get(0).token(),
                    tokens.get(1).token(),
                    feePips,
                    tickSpacing);
            return spec.protocol() == Protocol.CONSTANT_PRODUCT
                    ? new ConstantProductPool(spec, given(reserve0, "reserve0"), given(reserve1, "reserve1"))
                    : new ConcentratedPool(
                                    spec,
                                    given(sqrtPriceX96, "sqrtPriceX96"),
                                    tick,
                                    given(liquidity, "liquidity"),
                                    table())
                            .verified();
        }

        private TickTable table() {
            List<RecordedTick> all = ticks == null ? List.of() : ticks;
            return TickTable.complete(
                    tickSpacing,
                    all.stream().mapToInt(RecordedTick::index).toArray(),
                    all.stream().map(RecordedTick::net).toArray(BigInteger[]::new));
        }
    }

    /** An initialised tick; in ascending order. */
    public record RecordedTick(int index, BigInteger net) {}

    /** What the chain answered to a question for a quote. */
    public record RecordedAnswer(
            String pool, long block, SwapCheck.Kind kind, String tokenIn, BigInteger amountIn, BigInteger amountOut) {}

    /**
     * @throws IllegalArgumentException in one line if the text is not of the form
     */
    public static RecordedSwaps parse(byte[] json) {
        try {
            RecordedSwaps parsed = MAPPER.readValue(json, RecordedSwaps.class);
            if (parsed.schema() != 1) {
                throw new IllegalArgumentException("schema is " + parsed.schema() + ", expected 1");
            }
            return parsed;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "not recorded swaps: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    /** Plays the events and compares every swap and every answer with our arithmetic. */
    public List<SwapCheck> checks() {
        SwapReplay replay =
                new SwapReplay(pools.stream().map(RecordedPool::state).toList());
        Optional.ofNullable(events).orElse(List.of()).forEach(event -> replay.event(event.block(), event.event()));
        if (!replay.stale().isEmpty()) {
            throw new IllegalArgumentException("the events do not tell the state of pools " + replay.stale());
        }
        Optional.ofNullable(answers).orElse(List.of()).forEach(answer -> compare(replay, answer));
        return replay.checks();
    }

    private static void compare(SwapReplay replay, RecordedAnswer answer) {
        PoolId id = new PoolId(answer.pool().toLowerCase(Locale.ROOT));
        PoolState state = replay.state(id);
        Token in = state.tokens().stream()
                .filter(token -> token.symbol().equals(answer.tokenIn()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("pool " + id + " has no " + answer.tokenIn()));
        Token out = state.other(in);
        if (answer.kind() == SwapCheck.Kind.EXACT_OUT) {
            replay.quotedOut(answer.block(), id, in, new TokenAmount(out, answer.amountOut()), answer.amountIn());
        } else {
            replay.quoted(answer.block(), id, new TokenAmount(in, answer.amountIn()), out, answer.amountOut());
        }
    }

    private static BigInteger given(@Nullable BigInteger value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("a pool lacks its " + name);
        }
        return value;
    }
}
