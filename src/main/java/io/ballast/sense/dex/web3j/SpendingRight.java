package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigInteger;
import java.time.Instant;

/**
 * A right to take a token from its owner.
 *
 * @param keeper contract that keeps count of it and is called to change it: the token itself, or {@link Permit2}
 * @param spender who may take
 */
public record SpendingRight(Token token, Address keeper, Address spender) {
    /** Kept by the token itself. */
    public static SpendingRight ofToken(Token token, Address spender) {
        return new SpendingRight(token, token.address(), spender);
    }

    /** Whether Permit2 keeps it, and not the token. */
    public boolean viaPermit2() {
        return !keeper.equals(token.address());
    }

    /** What to ask the keeper for how much is left. */
    public Bytes question(Address owner) {
        return viaPermit2() ? Permit2.allowance(owner, token.address(), spender) : Erc20.allowance(owner, spender);
    }

    /** @throws io.ballast.sense.chain.ChainException of kind MALFORMED for anything but an allowance */
    public Allowance answer(Bytes answer) {
        if (viaPermit2()) {
            Permit2.Allowance left = Permit2.allowance(answer);
            return new Allowance(this, new TokenAmount(token, left.raw()), left.expiry());
        }
        BigInteger raw = new Words("allowance of " + token, answer).exactly(1).uint(0, 256);
        return new Allowance(this, new TokenAmount(token, raw), Instant.MAX);
    }

    /**
     * What to call the keeper with.
     *
     * @param amount that may be taken from now on, whatever it was before
     * @param until after whose second nothing may be taken any more; a token knows no time
     */
    public Bytes grant(TokenAmount amount, Instant until) {
        return viaPermit2() ? Permit2.approve(spender, amount, until) : Erc20.approve(spender, amount);
    }
}
