package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.think.portfolio.Drawdown;
import java.math.BigDecimal;

/** NAV below its high-water mark. Reaching the limit is enough, and halts trading. */
record DrawdownLimit(Bps max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.DRAWDOWN_EXCEEDS_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        return check(question.state().highWaterMark(), question.situation().nav());
    }

    LimitCheck check(Usd highWaterMark, Usd nav) {
        BigDecimal share = new Drawdown(highWaterMark).at(nav);
        boolean passed = share.signum() == 0 || share.compareTo(max.fraction()) < 0;
        String figures = LimitCheck.percent(share) + (passed ? " < " : " ≥ ") + LimitCheck.percent(max.fraction());
        return new LimitCheck(code(), passed, figures, LimitCheck.percentUsed(share, max.fraction()));
    }
}
