package io.ballast.sense.dex.web3j;

import io.ballast.base.units.TokenAmount;
import java.time.Instant;

/**
 * How much is left of a right.
 *
 * @param until after whose second nothing may be taken; {@link Instant#MAX} if it does not end
 */
public record Allowance(SpendingRight right, TokenAmount amount, Instant until) {
    public Allowance {
        if (!amount.token().equals(right.token())) {
            throw new IllegalArgumentException("an allowance of " + right.token() + " cannot be " + amount);
        }
    }

    /** None. */
    public static Allowance none(SpendingRight right) {
        return new Allowance(right, TokenAmount.zero(right.token()), Instant.MAX);
    }

    /** Whether nothing may be taken, now or with another expiry. */
    public boolean isZero() {
        return amount.isZero();
    }

    /** Whether exactly this much may be taken at a time. */
    public boolean isExactly(TokenAmount wanted, Instant time) {
        return amount.equals(wanted) && !time.isAfter(until);
    }

    /** For people. */
    @Override
    public String toString() {
        return amount + " by " + right.spender() + (right.viaPermit2() ? " through Permit2" : "");
    }
}
