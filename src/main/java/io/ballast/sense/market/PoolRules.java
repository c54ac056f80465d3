package io.ballast.sense.market;

import io.ballast.base.config.Check;
import io.ballast.base.config.Nearest;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Address;
import io.ballast.sense.dex.Arithmetic;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.Venue;
import java.util.List;
import java.util.Optional;

/** Rules over the pools of a network file. */
record PoolRules(NetworkFile file) {
    private static final int MOST_TOKENS = 8;

    void check(Check check) {
        for (int i = 0; i < file.pools().size(); i++) {
            String path = "pools[" + i + "]";
            if (check.clean(path) && check.clean("tokens")) {
                PoolEntry pool = file.pools().get(i);
                tokens(check, pool, path);
                fee(check, pool, path);
                vault(check, pool, path);
                arithmetic(check, pool, path);
                new SingletonRules(file, pool, path).check(check);
            }
        }
    }

    private void tokens(Check check, PoolEntry pool, String path) {
        boolean many =
                pool.venue().protocol() == Protocol.WEIGHTED || pool.venue().protocol() == Protocol.STABLE_SWAP;
        int count = pool.tokens().size();
        boolean different = pool.tokens().stream().distinct().count() == count;
        if (!different || count < 2 || count > (many ? MOST_TOKENS : 2)) {
            check.problem(path + ".tokens", "expected " + (many ? "two to eight" : "two") + " different tokens");
        }
        List<String> known = file.tokens().keySet().stream().map(Symbol::text).toList();
        for (int i = 0; i < count; i++) {
            String symbol = pool.tokens().get(i).text();
            if (!known.contains(symbol) && !pool.isCoin(file, pool.tokens().get(i))) {
                check.problem(path + ".tokens[" + i + "]", "no token \"" + symbol + "\"" + hint(symbol, known));
            }
        }
    }

    private String hint(String symbol, List<String> known) {
        if (symbol.equals(file.nativeCoin().text())) {
            return ", write " + file.wrapped() + ": only Uniswap V4 has pools of the coin itself";
        }
        return known.isEmpty() ? ", the file has no tokens" : Nearest.hint(symbol, known);
    }

    private static void fee(Check check, PoolEntry pool, String path) {
        boolean read = pool.venue().readsItsFee();
        if (read && pool.fee().isPresent()) {
            check.problem(path + ".fee", "fees of " + pool.venue().label() + " are read from the chain, leave it out");
        }
        if (!read && pool.fee().isEmpty()) {
            check.problem(path, "needs fee, expected a pool fee such as 5bps or 0.05%");
        } else if (pool.spacing().isEmpty()) {
            String fee = pool.fee().map(PoolFee::text).orElse("this");
            check.problem(path, "needs tick_spacing, since " + fee + " is no fee tier of Uniswap's");
        }
        if (pool.spacing().equals(Optional.of(0)) && pool.tickSpacing().isPresent()) {
            check.problem(path + ".tick_spacing", "pools of " + pool.venue().label() + " have none");
        }
    }

    private void vault(Check check, PoolEntry pool, String path) {
        boolean weighted = pool.venue().protocol() == Protocol.WEIGHTED;
        if (weighted && pool.poolId().isEmpty()) {
            check.problem(path, "needs pool_id, by which Balancer's vault knows the pool");
        }
        if (!weighted && pool.venue() != Venue.UNISWAP_V4 && pool.poolId().isPresent()) {
            check.problem(path + ".pool_id", "only a Balancer pool has one");
        }
        if (weighted
                && pool.poolId().filter(id -> !id.beginsWith(pool.address())).isPresent()) {
            check.problem(path + ".pool_id", "does not begin with the pool's address " + pool.address());
        }
        require(check, path, weighted, file.contracts().balancerVault(), "balancer_vault");
        boolean solidly = pool.venue().protocol() == Protocol.SOLIDLY;
        require(check, path, solidly, file.contracts().solidlyFactory(), "solidly_factory");
    }

    private static void require(Check check, String path, boolean needed, Optional<Address> contract, String name) {
        if (needed && contract.isEmpty()) {
            check.problem(path, "needs contracts." + name + ", which the file lacks");
        }
    }

    private void arithmetic(Check check, PoolEntry pool, String path) {
        boolean nodeByItself = pool.usual() == Arithmetic.NODE;
        if (nodeByItself && pool.quotedBy() == Arithmetic.LOCAL && pool.proven().isEmpty()) {
            check.problem(
                    path + ".arithmetic",
                    "local needs proven, the day and block at which verify-sim found it equal to the contract");
        }
        boolean ticks = pool.venue().protocol() == Protocol.CONCENTRATED || pool.venue() == Venue.UNISWAP_V4;
        if (pool.quotedBy() == Arithmetic.NODE && !ticks) {
            check.problem(path + ".arithmetic", "node is for pools with ticks");
        } else if (pool.quotedBy() == Arithmetic.NODE && pool.quoterOf(file).isEmpty()) {
            check.problem(path, "needs " + lacking(pool));
        }
    }

    private static String lacking(PoolEntry pool) {
        if (pool.venue() != Venue.UNISWAP_V4) {
            return "quoter, the contract that quotes pools of " + pool.venue().label();
        }
        return pool.usual() == Arithmetic.NODE
                ? "contracts.v4_quoter, since its hooks act in swaps by their address and only the node can quote it"
                : "contracts.v4_quoter, the contract that quotes pools of v4";
    }
}
