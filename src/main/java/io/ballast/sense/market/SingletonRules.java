package io.ballast.sense.market;

import io.ballast.base.config.Check;
import io.ballast.base.units.Address;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.Venue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules over one pool of a network file that Uniswap V4's PoolManager holds, and over keys that only such a pool has. */
record SingletonRules(NetworkFile file, PoolEntry pool, String path) {
    void check(Check check) {
        boolean dynamic = pool.fee().filter(PoolFee::isDynamic).isPresent();
        if (pool.venue() == Venue.UNISWAP_V4) {
            manager(check);
            hooks(check, dynamic);
            key().ifPresent(key -> id(check, key));
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

    private void id(Check check, PoolKey key) {
        if (key.hooksSwaps()) {
            check.problem(path + ".hooks", "act in swaps, by their address: such pools are not quoted yet");
        }
        if (pool.poolId().filter(id -> !id.id().equals(key.id())).isPresent()) {
            check.problem(path + ".pool_id", "is not the id of this pool's key, " + key.id());
        }
    }

    private Optional<PoolKey> key() {
        Map<String, Address> tokens = file.tokens().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().text(),
                        entry -> entry.getValue().address()));
        List<Address> held = pool.tokens().stream()
                .map(symbol -> Optional.ofNullable(tokens.get(symbol.text())))
                .flatMap(Optional::stream)
                .toList();
        return pool.key(held);
    }
}
