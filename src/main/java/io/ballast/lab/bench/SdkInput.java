package io.ballast.lab.bench;

import io.ballast.base.units.Token;
import io.ballast.sense.dex.ConcentratedPool;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A pool and sets of swaps as the script of the v3-sdk reads them: a word for the kind of line, then its fields. */
final class SdkInput {
    private SdkInput() {}

    static List<String> lines(ConcentratedPool pool, List<SwapSet> sets) {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "pool",
                pool.feePips(),
                pool.ticks().spacing(),
                pool.sqrtPriceX96(),
                pool.liquidity(),
                pool.tick(),
                token(pool.token0()),
                token(pool.token1())));
        for (int i = 0; i < pool.ticks().size(); i++) {
            BigInteger net = pool.ticks().net(i);
            lines.add(line("tick", pool.ticks().index(i), net, net.abs()));
        }
        for (SwapSet set : sets) {
            lines.add("set");
            set.swaps().forEach(swap -> lines.add(line("swap", swap.zeroForOne() ? 1 : 0, swap.amountIn())));
        }
        return lines;
    }

    private static String token(Token token) {
        return token.address().checksummed() + " " + token.decimals();
    }

    private static String line(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        return line.toString();
    }
}
