package io.ballast.sense.market;

import io.ballast.base.config.Check;
import io.ballast.base.config.Nearest;
import io.ballast.base.config.Symbol;
import io.ballast.sense.dex.Protocol;
import java.util.List;

/** Rules over the pools of a network file. */
record PoolRules(NetworkFile file) {
    void check(Check check) {
        for (int i = 0; i < file.pools().size(); i++) {
            String path = "pools[" + i + "]";
            if (check.clean(path) && check.clean("tokens")) {
                check(check, file.pools().get(i), path);
            }
        }
    }

    private void check(Check check, PoolEntry pool, String path) {
        if (pool.tokens().size() != 2
                || pool.tokens().get(0).equals(pool.tokens().get(1))) {
            check.problem(path + ".tokens", "expected two different tokens");
        }
        List<String> known = file.tokens().keySet().stream().map(Symbol::text).toList();
        for (int i = 0; i < pool.tokens().size(); i++) {
            String symbol = pool.tokens().get(i).text();
            if (!known.contains(symbol)) {
                String hint = known.isEmpty() ? ", the file has no tokens" : Nearest.hint(symbol, known);
                check.problem(path + ".tokens[" + i + "]", "no token \"" + symbol + "\"" + hint);
            }
        }
        if (pool.spacing().isEmpty()) {
            check.problem(path, "needs tick_spacing, since " + pool.fee().text() + " is no fee tier of Uniswap's");
        }
        if (pool.venue().protocol() == Protocol.CONSTANT_PRODUCT
                && pool.tickSpacing().isPresent()) {
            check.problem(path + ".tick_spacing", "a V2 pool has none");
        }
    }
}
