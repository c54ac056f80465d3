package io.ballast.sense.dex.web3j;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.MidPrice;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.TickMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** The price a pool had after an event: V3 Initialize or Swap, V2 Sync. */
public sealed interface PoolPriceEvent {
    PoolId pool();

    long blockNumber();

    /** Marginal price without fee in whole tokens, as {@link MidPrice} gives it; empty for a pair without reserves. */
    Optional<BigDecimal> midPrice(PoolSpec spec, Token base);

    /** A V3 price, Q64.96. */
    record AtSqrtPrice(PoolId pool, long blockNumber, BigInteger sqrtPriceX96) implements PoolPriceEvent {
        @Override
        public Optional<BigDecimal> midPrice(PoolSpec spec, Token base) {
            return Optional.of(MidPrice.ofSqrtPrice(spec, sqrtPriceX96, base));
        }
    }

    /** V2 reserves, raw. */
    record AtReserves(PoolId pool, long blockNumber, BigInteger reserve0, BigInteger reserve1)
            implements PoolPriceEvent {
        @Override
        public Optional<BigDecimal> midPrice(PoolSpec spec, Token base) {
            return reserve0.signum() == 0 || reserve1.signum() == 0
                    ? Optional.empty()
                    : Optional.of(MidPrice.ofReserves(spec, reserve0, reserve1, base));
        }
    }

    /**
     * Empty if the log is something else.
     *
     * @throws io.ballast.sense.chain.ChainException of kind MALFORMED for a value that no pool can have
     */
    static Optional<PoolPriceEvent> of(LogEntry log) {
        PoolId pool = PoolId.of(log.address());
        if (Event.V3_SWAP.matches(log)) {
            return Optional.of(new AtSqrtPrice(pool, log.blockNumber(), sqrtPrice(Event.V3_SWAP.data(log), 64)));
        }
        if (Event.V3_INITIALIZE.matches(log)) {
            return Optional.of(new AtSqrtPrice(pool, log.blockNumber(), sqrtPrice(Event.V3_INITIALIZE.data(log), 0)));
        }
        if (Event.V2_SYNC.matches(log)) {
            Words data = Event.V2_SYNC.data(log);
            return Optional.of(new AtReserves(pool, log.blockNumber(), data.uint(0, 112), data.uint(32, 112)));
        }
        return Optional.empty();
    }

    private static BigInteger sqrtPrice(Words data, int at) {
        BigInteger price = data.uint(at, 160);
        if (price.compareTo(TickMath.MIN_SQRT_RATIO) < 0 || price.compareTo(TickMath.MAX_SQRT_RATIO) >= 0) {
            throw data.malformed("its price " + price + " is out of range");
        }
        return price;
    }
}
