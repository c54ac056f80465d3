package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;

/** Calldata of ERC-20 tokens; the target of each call is the token. */
public final class Erc20 {
    private Erc20() {}

    /** Allows {@code spender} exactly this amount; zero takes the allowance back. */
    public static Bytes approve(Address spender, TokenAmount amount) {
        return Abi.call("approve", Abi.address(spender), Abi.uint(amount.raw()));
    }

    public static Bytes allowance(Address owner, Address spender) {
        return Abi.call("allowance", Abi.address(owner), Abi.address(spender));
    }

    public static Bytes balanceOf(Address owner) {
        return Abi.call("balanceOf", Abi.address(owner));
    }

    public static Bytes transfer(Address to, TokenAmount amount) {
        return Abi.call("transfer", Abi.address(to), Abi.uint(amount.raw()));
    }

    /** Turns wrapped coins back into coins of the caller; the target is the wrapper. */
    public static Bytes withdraw(TokenAmount amount) {
        return Abi.call("withdraw", Abi.uint(amount.raw()));
    }
}
