package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;
import java.math.BigInteger;
import java.time.Instant;
import org.web3j.abi.datatypes.generated.Uint160;
import org.web3j.abi.datatypes.generated.Uint48;

/**
 * Calldata and answers of Permit2's allowances, which Uniswap's Universal Router spends. The token itself must allow Permit2
 * the same amount ({@link Erc20#approve}).
 */
public final class Permit2 {
    private static final int AMOUNT_BITS = 160;
    private static final int TIME_BITS = 48;

    private Permit2() {}

    /**
     * What a spender may still take.
     *
     * @param raw in the token's smallest unit
     * @param expiry after whose second nothing may be taken
     */
    public record Allowance(BigInteger raw, Instant expiry) {
        /** Whether a transaction in a block of that time may take so much. */
        public boolean covers(TokenAmount amount, Instant time) {
            return raw.compareTo(amount.raw()) >= 0 && !time.isAfter(expiry);
        }
    }

    /**
     * Allows {@code spender} exactly this amount for a while; zero takes the allowance back.
     *
     * @param amount below 2^160 - 1, which Permit2 reads as "for ever"
     * @param expiry after whose second nothing may be taken; Permit2 reads zero as "this block"
     */
    public static Bytes approve(Address spender, TokenAmount amount, Instant expiry) {
        BigInteger forever = BigInteger.ONE.shiftLeft(AMOUNT_BITS).subtract(BigInteger.ONE);
        if (amount.raw().compareTo(forever) >= 0) {
            throw new IllegalArgumentException("Permit2 counts less than 2^160 - 1, was " + amount.raw());
        }
        BigInteger seconds = BigInteger.valueOf(expiry.getEpochSecond());
        if (seconds.signum() <= 0 || seconds.bitLength() > TIME_BITS) {
            throw new IllegalArgumentException("no expiry for Permit2: " + expiry);
        }
        return Abi.call(
                "approve",
                Abi.address(amount.token().address()),
                Abi.address(spender),
                new Uint160(amount.raw()),
                new Uint48(seconds));
    }

    public static Bytes allowance(Address owner, Address token, Address spender) {
        return Abi.call("allowance", Abi.address(owner), Abi.address(token), Abi.address(spender));
    }

    /** @throws io.ballast.sense.chain.ChainException of kind MALFORMED for anything but an allowance */
    public static Allowance allowance(Bytes answer) {
        Words words = new Words("allowance of Permit2", answer).exactly(3);
        long expiry = words.uint(32, TIME_BITS).longValueExact();
        return new Allowance(words.uint(0, AMOUNT_BITS), Instant.ofEpochSecond(expiry));
    }
}
