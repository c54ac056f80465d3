package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Bytes;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.TickTable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** What the lens would answer for given states. */
public final class LensEncoding {
    private LensEncoding() {}

    public static Bytes answer(Instant time, List<PoolState> pools) {
        Encoding out = Encoding.of().packed(BigInteger.valueOf(time.getEpochSecond()), 8);
        for (PoolState pool : pools) {
            switch (pool) {
                case ConstantProductPool p -> out.packed(p.reserve0(), 14).packed(p.reserve1(), 14);
                case ConcentratedPool p -> {
                    out.packed(p.sqrtPriceX96(), 20)
                            .packed(BigInteger.valueOf(p.tick()), 3)
                            .packed(p.liquidity(), 16);
                    ticks(out, p.ticks());
                }
                default -> throw new IllegalArgumentException("the lens reads no " + pool);
            }
        }
        return out.build();
    }

    private static void ticks(Encoding out, TickTable ticks) {
        out.packed(BigInteger.valueOf(ticks.size()), 3);
        for (int i = 0; i < ticks.size(); i++) {
            out.packed(BigInteger.valueOf(ticks.index(i)), 3).packed(ticks.net(i), 16);
        }
    }
}
