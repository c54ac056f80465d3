package io.ballast.act.risk;

import io.ballast.base.units.PoolId;
import java.util.List;
import java.util.Set;

/** A swap names its pools, and all of them are listed. */
record PoolList(Set<PoolId> allowed) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.POOL_NOT_ALLOWED;
    }

    @Override
    public LimitCheck check(Question question) {
        List<PoolId> pools = question.transaction().pools();
        if (pools.isEmpty()) {
            return LimitCheck.refuse(code(), "no pool named");
        }
        for (PoolId pool : pools) {
            if (!allowed.contains(pool)) {
                return LimitCheck.refuse(code(), pool + " is not on the list");
            }
        }
        return LimitCheck.pass(code(), pools.size() + " of " + pools.size() + " on the list");
    }
}
