package io.ballast.act.risk;

import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The most that is bid per unit of gas. Revokes wait for a cheaper block, too. */
record GasPriceLimit(Wei max) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.GAS_PRICE_EXCEEDS_MAX;
    }

    @Override
    public boolean bindsRevokes() {
        return true;
    }

    @Override
    public boolean bindsMoves(ProposedTransaction.Kind kind) {
        return true;
    }

    @Override
    public LimitCheck check(Question question) {
        return LimitCheck.atMost(
                code(),
                new BigDecimal(question.transaction().maxFee().value()),
                new BigDecimal(max.value()),
                GasPriceLimit::words);
    }

    private static String words(BigDecimal wei) {
        return new Wei(wei.toBigIntegerExact().max(BigInteger.ZERO)).toString();
    }
}
