package io.ballast.sense.market;

import io.ballast.base.config.Check;
import io.ballast.base.units.Address;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.Venue;
import java.util.Optional;

/** Rules over one pool of a network file that Uniswap V4's PoolManager holds, and over keys that only such a pool has. */
record SingletonRules(NetworkFile file, PoolEntry pool, String path) {
    void check(Check check) {
        boolean dynamic = pool.fee().filter(PoolFee::isDynamic).isPresent();
        if (pool.venue() == Venue.UNISWAP_V4) {
            manager(check);
            hooks(check, dynamic);
            coin(check);
            pool.key(file).ifPresent(key -> id(check, key));
        } else {
            if (dynamic) {
                check.problem(path + ".fee", "only a Uniswap V4 pool has a dynamic fee");
            }
            if (pool.hooks().isPresent()) {
                check.problem(path + ".hooks", "only a Uniswap V4 pool has hooks");
            }
        }
    }

    private void manager(Check check) {
        Optional<Address> manager = file.contracts().poolManager();
        if (manager.isEmpty()) {
            check.problem(path, "needs contracts.pool_manager, which the file lacks");
        } else if (!manager.get().equals(pool.address())) {
            check.problem(path + ".address", "is not contracts.pool_manager, which holds every Uniswap V4 pool");
        }
    }

    /** Without hooks nobody could ever set a dynamic fee. */
    private void hooks(Check check, boolean dynamic) {
        if (dynamic && pool.hooks().isEmpty()) {
            check.problem(path, "needs hooks, the contract that sets the dynamic fee");
        }
    }

    /** The coin and its wrapper are one asset, and a symbol means one of them. */
    private void coin(Check check) {
        boolean coin = pool.tokens().stream().anyMatch(symbol -> pool.isCoin(file, symbol));
        if (coin && file.tokens().containsKey(file.nativeCoin())) {
            check.problem(path + ".tokens", "\"" + file.nativeCoin() + "\" is both the native coin and a token");
        } else if (coin && pool.tokens().contains(file.wrapped())) {
            check.problem(
                    path + ".tokens",
                    "\"" + file.nativeCoin() + "\" and \"" + file.wrapped()
                            + "\" are one asset, expected another token");
        }
    }

    private void id(Check check, PoolKey key) {
        if (pool.poolId().filter(id -> !id.id().equals(key.id())).isPresent()) {
            check.problem(path + ".pool_id", "is not the id of this pool's key, " + key.id());
        }
    }
}
