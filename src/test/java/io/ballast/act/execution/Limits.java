package io.ballast.act.execution;

import io.ballast.act.risk.LossAction;
import io.ballast.act.risk.LossRule;
import io.ballast.act.risk.Protections;
import io.ballast.act.risk.RiskLimits;
import io.ballast.act.risk.Spenders;
import io.ballast.act.risk.StandingRules;
import io.ballast.act.risk.TradeRules;
import io.ballast.base.config.Turnover;
import io.ballast.base.units.Bps;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.think.action.WeightBound;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Limits that allow what the tests of this package do. */
final class Limits {
    static final RiskLimits LOOSE = new RiskLimits(
            Usd.of(1_000_000),
            Usd.of(1_000_000),
            Turnover.of(Bps.WHOLE),
            Bps.WHOLE,
            Bps.WHOLE,
            100,
            Wei.ofGwei(new BigDecimal("100")),
            Usd.of(1_000),
            Wei.ZERO,
            Duration.ofMinutes(10),
            Duration.ZERO,
            new LossRule(Bps.WHOLE, Duration.ZERO, LossAction.HALT),
            Set.of(Orders.USDC.address(), Orders.WETH.address()),
            Set.of(PoolId.of(Orders.POOL)),
            Spenders.of(Orders.ROUTER),
            100,
            Duration.ZERO,
            new LossRule(Bps.WHOLE, Duration.ZERO, LossAction.REFUSE),
            Bps.WHOLE,
            Map.of(),
            Duration.ofMinutes(10),
            Orders.USDC,
            Orders.OWNER,
            Optional.empty(),
            trades(),
            standing());

    static TradeRules trades() {
        List<WeightBound> any = List.of(
                new WeightBound(Orders.USDC, Bps.ZERO, Bps.WHOLE), new WeightBound(Orders.WETH, Bps.ZERO, Bps.WHOLE));
        return new TradeRules(
                Usd.of(1_000_000), Usd.of(1_000_000), Bps.ZERO, 100, Duration.ofHours(1), Usd.of(1_000), any);
    }

    static StandingRules standing() {
        return new StandingRules(
                100,
                Optional.empty(),
                100,
                Duration.ZERO,
                Set.of(),
                false,
                Collections.emptySortedMap(),
                Protections.NONE);
    }

    private Limits() {}
}
