package io.ballast.lab.sim;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.TickMath;
import io.ballast.sense.dex.TickTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;

/** Everybody else: a price that wanders, traders who bring the pools to it, a feed that tells it, and senders of dust. */
final class SimStrangers {
    private static final double START = 2_000;
    private static final double WANDER = 0.0015;
    private static final BigInteger DEPTH_USDC = new BigInteger("40000000000000");
    private static final BigInteger DEPTH_WETH = new BigInteger("20000000000000000000000");
    private static final int RANGE = 12_000;

    private final SplittableRandom dice;
    private final Faults faults;
    private double price = START;
    private int silent;

    SimStrangers(SplittableRandom dice, Faults faults) {
        this.dice = dice;
        this.faults = faults;
    }

    /** Pools and feeds as they are before the first block. */
    void begin(SimState state, long time) {
        for (PoolSpec spec : SimSetup.UNIVERSE.pools()) {
            state.put(spec.tickSpacing() == 0 ? pair(spec) : pool(spec));
        }
        write(state, time);
    }

    private static PoolState pair(PoolSpec spec) {
        return new ConstantProductPool(spec, DEPTH_USDC, DEPTH_WETH);
    }

    private static PoolState pool(PoolSpec spec) {
        BigInteger sqrtPrice = DEPTH_WETH.shiftLeft(192).divide(DEPTH_USDC).sqrt();
        BigInteger liquidity = DEPTH_WETH.multiply(DEPTH_USDC).sqrt();
        int tick = TickMath.tickAtSqrtRatio(sqrtPrice);
        int centre = Math.floorDiv(tick, spec.tickSpacing()) * spec.tickSpacing();
        TickTable ticks =
                TickTable.complete(spec.tickSpacing(), new int[] {centre - RANGE, centre + RANGE}, new BigInteger[] {
                    liquidity, liquidity.negate()
                });
        return new ConcentratedPool(spec, sqrtPrice, tick, liquidity, ticks).verified();
    }

    /** What happens in one block. */
    void act(SimBlockBuilder block) {
        price *= Math.exp(WANDER * dice.nextGaussian());
        if (faults.strikes(Fault.PRICE_JUMP)) {
            price *= faults.even() ? 1.1 : 1 / 1.1;
        }
        for (PoolId id : List.copyOf(block.state().pools().keySet())) {
            if (dice.nextInt(3) > 0) {
                block.stranger(evm -> arbitrage(evm, block, id));
            }
        }
        if (faults.strikes(Fault.DUST)) {
            dust(block);
        }
        if (faults.strikes(Fault.FEED_SILENT)) {
            silent = 60 * faults.upTo(2);
        }
        silent = Math.max(0, silent - 1);
        if (silent == 0 && dice.nextInt(3) > 0) {
            write(block.state(), block.time());
        }
    }

    private void write(SimState state, long time) {
        BigInteger answer = BigDecimal.valueOf(price).movePointRight(8).toBigInteger();
        state.write(SimEvm.feed(SimSetup.WETH), new SimState.Round(answer, time));
        state.write(SimEvm.feed(SimSetup.USDC), new SimState.Round(BigInteger.valueOf(100_000_000), time));
    }

    private void dust(SimBlockBuilder block) {
        BigInteger little = BigInteger.valueOf(faults.upTo(1_000));
        if (faults.even()) {
            block.state().addCoins(little);
        } else {
            Token token = faults.even() ? SimSetup.USDC : SimSetup.WETH;
            block.stranger(evm -> evm.move(token.address(), SimSetup.STRANGER, SimSetup.OWNER, little));
        }
    }

    /** Trades a pool to the price, a little beside it. */
    private void arbitrage(SimEvm evm, SimBlockBuilder block, PoolId id) {
        PoolState pool = block.state().pools().get(id);
        double target = price * (1 + 0.0005 * dice.nextGaussian());
        double ratio = Math.sqrt(target / pool.midPrice(SimSetup.WETH).doubleValue());
        boolean rises = ratio > 1;
        Token in = rises ? SimSetup.USDC : SimSetup.WETH;
        double share = rises ? ratio - 1 : 1 / ratio - 1;
        BigInteger amount = new BigDecimal(reserve(pool, in))
                .multiply(BigDecimal.valueOf(share))
                .toBigInteger();
        if (amount.signum() > 0) {
            evm.swap(pool, new TokenAmount(in, amount), rises ? SimSetup.WETH : SimSetup.USDC, SimSetup.STRANGER);
        }
    }

    static BigInteger reserve(PoolState pool, Token token) {
        boolean first = pool.token0().equals(token);
        return switch (pool) {
            case ConstantProductPool pair -> first ? pair.reserve0() : pair.reserve1();
            case ConcentratedPool v3 ->
                first
                        ? v3.liquidity().shiftLeft(96).divide(v3.sqrtPriceX96())
                        : v3.liquidity().multiply(v3.sqrtPriceX96()).shiftRight(96);
            default -> throw new IllegalStateException("no such pool in the simulation");
        };
    }
}
