package io.ballast.act.execution;

import io.ballast.act.journal.Custody;
import io.ballast.act.journal.TopUp;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.Observation;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When wrapped coins are unwrapped to pay for gas, and how many. Pure.
 *
 * @param reserve coins below which it is time
 * @param to coins to reach
 * @param maxPerDay most within 24 hours, by the journal
 */
public record GasTopUp(Wei reserve, Wei to, Wei maxPerDay) {
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * How much to unwrap now; empty if there are coins enough, or nothing may be unwrapped, or it would not be worth its gas.
     *
     * @param cost of the unwrap at its worst
     */
    public Optional<TokenAmount> due(Observation seen, Custody custody, Wei cost) {
        Wei coins = seen.account().coins();
        if (coins.compareTo(reserve) >= 0) {
            return Optional.empty();
        }
        Token wrapped = seen.market().universe().wrapped();
        BigInteger held = seen.account().balances().stream()
                .filter(amount -> amount.token().equals(wrapped))
                .findFirst()
                .map(TokenAmount::raw)
                .orElse(BigInteger.ZERO);
        BigInteger missing = to.value().subtract(coins.value()).max(BigInteger.ZERO);
        BigInteger raw =
                missing.min(held).min(left(custody, seen.market().block().timestamp()));
        return raw.compareTo(cost.value()) > 0 && !custody.isFrozen(wrapped)
                ? Optional.of(new TokenAmount(wrapped, raw))
                : Optional.empty();
    }

    private BigInteger left(Custody custody, Instant now) {
        BigInteger used = custody.topUps().stream()
                .filter(topUp -> topUp.at().isAfter(now.minus(DAY)))
                .map(TopUp::amount)
                .map(Wei::value)
                .reduce(BigInteger.ZERO, BigInteger::add);
        return maxPerDay.value().subtract(used).max(BigInteger.ZERO);
    }
}
