package io.ballast.act.journal;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Something that moved a balance and was not a trade of ours.
 *
 * @param token that moved; the wrapped coin where only coins did
 * @param amount in the token's smallest unit, positive for what came
 * @param coins in wei, positive for what came
 * @param counterparty on the other side; empty where the chain does not say
 * @param tx empty where no log tells
 */
public record Flow(
        Kind kind,
        Token token,
        BigInteger amount,
        BigInteger coins,
        Optional<Address> counterparty,
        Optional<Hash32> tx) {
    /** Which kind of movement. */
    public enum Kind {
        /** Money of the trader's came in. */
        DEPOSIT,
        /** Came from nobody known: kept apart, neither traded nor counted as value. */
        QUARANTINED,
        /** What was kept apart is the trader's after all. */
        RELEASED,
        /** Our own withdrawal, which its intent has moved already: only units are redeemed. */
        WITHDRAWAL,
        /** Coins became wrapped coins, by hand. */
        WRAP,
        /** Wrapped coins became coins, by hand. */
        UNWRAP,
        /** Gas of a wrap by hand. */
        GAS,
        /** The token changed the balance by itself, without a transfer. */
        ADJUSTMENT,
        /** Left without our doing, and a person accepts the loss. */
        WRITTEN_OFF,
        /** Left without our doing, and a person says that it was their own withdrawal. */
        TAKEN_OUT
    }

    /** The same movement as another kind. */
    public Flow as(Kind other) {
        return new Flow(other, token, amount, coins, counterparty, tx);
    }

    /** Whether it is money put in or taken out, and neither gain nor loss. */
    public boolean isCapital() {
        return switch (kind) {
            case DEPOSIT, RELEASED, WITHDRAWAL, ADJUSTMENT, TAKEN_OUT -> true;
            case QUARANTINED, WRAP, UNWRAP, GAS, WRITTEN_OFF -> false;
        };
    }
}
