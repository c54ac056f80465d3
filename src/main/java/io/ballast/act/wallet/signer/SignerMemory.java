package io.ballast.act.wallet.signer;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which intent each nonce was signed for, and what that may have cost. Used by one thread at a time. */
final class SignerMemory {
    private static final Duration DAY = Duration.ofDays(1);
    /** Further ahead nothing of ours can be: one wild nonce would otherwise put the watermark out of reach for ever. */
    private static final long FARTHEST = 1_000;

    private final TreeMap<Long, Signature> byNonce = new TreeMap<>();

    /** Takes a signature in. The first intent of a nonce stays its intent, the highest cost its cost. */
    void add(Signature signature) {
        byNonce.merge(
                signature.nonce(),
                signature,
                (first, next) -> new Signature(
                        next.at(),
                        first.nonce(),
                        first.intent(),
                        next.hash(),
                        max(first.cost(), next.cost()),
                        first.token(),
                        first.amount()));
    }

    private static Wei max(Wei a, Wei b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** Why the nonce is not free for the intent. */
    Optional<String> refusal(Ask ask) {
        Signature known = byNonce.get(ask.nonce());
        if (ask.cancels()) {
            return tooFar(ask.nonce());
        }
        if (known != null) {
            return known.intent().equals(ask.intent())
                    ? Optional.empty()
                    : Optional.of("nonce " + ask.nonce() + " was signed for another intent; it can only be cancelled");
        }
        return !byNonce.isEmpty() && ask.nonce() < byNonce.lastKey()
                ? Optional.of("nonce " + ask.nonce() + " is below the watermark " + byNonce.lastKey())
                : tooFar(ask.nonce());
    }

    private Optional<String> tooFar(long nonce) {
        return !byNonce.isEmpty() && nonce > byNonce.lastKey() + FARTHEST
                ? Optional.of(
                        "nonce " + nonce + " is more than " + FARTHEST + " above the last one, " + byNonce.lastKey())
                : Optional.empty();
    }

    /** Worst-case gas of the last 24 hours if this is signed too. */
    Wei cost(Ask ask, Instant now) {
        Wei others = lastDay(now)
                .filter(s -> s.nonce() != ask.nonce())
                .map(Signature::cost)
                .reduce(Wei.ZERO, Wei::plus);
        Signature known = byNonce.get(ask.nonce());
        return others.plus(known == null ? ask.cost() : max(known.cost(), ask.cost()));
    }

    /** What other nonces sold of a token in the last 24 hours. */
    BigInteger sold(Address token, long exceptNonce, Instant now) {
        return lastDay(now)
                .filter(s -> s.nonce() != exceptNonce && s.token().equals(token))
                .map(Signature::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Hash of the intent that a nonce was signed for. */
    Optional<Hash32> intent(long nonce) {
        return Optional.ofNullable(byNonce.get(nonce)).map(Signature::intent);
    }

    int size() {
        return byNonce.size();
    }

    /** A clock that went back must not free anything: what seems to be of the future counts. */
    private Stream<Signature> lastDay(Instant now) {
        return byNonce.values().stream().filter(s -> s.at().isAfter(now.minus(DAY)));
    }
}
