package io.ballast.act.execution;

import io.ballast.act.risk.RiskLimits;
import io.ballast.act.risk.Spenders;
import io.ballast.base.units.Bps;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Limits that allow what the tests of this package do. */
final class Limits {
    static final RiskLimits LOOSE = new RiskLimits(
            Usd.of(1_000_000),
            Usd.of(1_000_000),
            Bps.WHOLE,
            Bps.WHOLE,
            Bps.WHOLE,
            100,
            Wei.ofGwei(new BigDecimal("100")),
            Usd.of(1_000),
            Wei.ZERO,
            Duration.ofMinutes(10),
            Duration.ZERO,
            Bps.WHOLE,
            Set.of(Orders.USDC.address(), Orders.WETH.address()),
            Set.of(PoolId.of(Orders.POOL)),
            Spenders.of(Orders.ROUTER),
            100,
            Duration.ZERO,
            Bps.WHOLE,
            Bps.WHOLE,
            Map.of(),
            Duration.ofMinutes(10),
            Orders.USDC,
            Orders.OWNER);

    private Limits() {}
}
