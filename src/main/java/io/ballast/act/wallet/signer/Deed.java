package io.ballast.act.wallet.signer;

import io.ballast.base.units.Address;
import io.ballast.sense.dex.web3j.SwapReading;
import java.math.BigInteger;
import java.time.Instant;

/** What a transaction does, read from its target, value and calldata. Amounts are raw. */
sealed interface Deed {
    /** Allows a spender an amount of a token. */
    record Allow(Address token, Address spender, BigInteger amount) implements Deed {}

    /** Allows a spender an amount of a token through Permit2, for a while. */
    record Permit(Address token, Address spender, BigInteger amount, Instant expiry) implements Deed {}

    /** Swaps tokens. */
    record Swap(SwapReading reading) implements Deed {}

    /** Sends tokens away. */
    record SendTokens(Address token, Address to, BigInteger amount) implements Deed {}

    /** Sends coins away. */
    record SendCoins(Address to) implements Deed {}

    /** Wraps or unwraps the chain's coin. */
    record Wrap() implements Deed {}

    /** Sends nothing to oneself, which uses a nonce up. */
    record Cancel() implements Deed {}
}
