package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * How far the least accepted amount lies below the quote. The floor is rounded down, so that a minimum rounded down to a
 * whole token unit passes.
 */
record SlippageLimit(Bps max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.SLIPPAGE_EXCEEDS_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        BigInteger quoted = question.transaction().quotedOut().raw();
        BigInteger min = question.transaction().minOut().raw();
        BigInteger floor = new Bps(10_000 - max.value()).of(quoted);
        BigDecimal slippage = new BigDecimal(quoted.subtract(min).max(BigInteger.ZERO))
                .divide(new BigDecimal(quoted), 12, RoundingMode.UP);
        boolean passed = min.compareTo(floor) >= 0;
        String figures = LimitCheck.bps(slippage) + (passed ? " ≤ " : " > ") + LimitCheck.bps(max.fraction());
        return new LimitCheck(code(), passed, figures, LimitCheck.percentUsed(slippage, max.fraction()));
    }
}
