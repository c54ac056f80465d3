package io.ballast.act.risk;

/**
 * Verdict of one limit.
 *
 * @param figures what was compared: {@code 12,400.00 USD > 10,000.00 USD}
 * @param usedPercent how much of the limit is used, 100 is all of it; 0 where there is no amount
 */
public record LimitCheck(LimitCode code, boolean passed, String figures, int usedPercent) {
    /** For people: {@code NOTIONAL_EXCEEDS_MAX_PER_TRADE: 12,400.00 USD > 10,000.00 USD}. */
    @Override
    public String toString() {
        return code + ": " + figures;
    }
}
