package io.ballast.act.execution;

import io.ballast.act.risk.ProposedTransaction.Kind;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.web3j.Erc20;

/**
 * A transaction that trades nothing: it moves what the account holds.
 *
 * @param id of its one intent
 * @param amount of the token; of coins told in the wrapped coin
 * @param target contract called, or the account that coins go to
 * @param recipient whose it is afterwards
 * @param value coins sent along
 * @param gas limit in units of gas, without what a rollup adds for its data
 */
public record Movement(
        String id, Kind kind, TokenAmount amount, Address target, Address recipient, Bytes data, Wei value, long gas) {
    /** WETH9's withdraw takes 30,000 to 45,000; behind a proxy more. */
    private static final long UNWRAP = 100_000;
    /** An ERC-20 transfer takes 30,000 to 65,000; proxies take more. */
    private static final long TRANSFER = 120_000;
    /** 21,000 to a plain account; a contract wallet takes a few thousand more. */
    private static final long COINS = 60_000;

    /** Most that it pays for gas, and for its data where a rollup charges for that. */
    public Wei worstFee(GasOffer offer) {
        return offer.maxFee().times(GasLimits.with(gas, offer.l1())).plus(offer.worstL1Fee());
    }

    /** Turns wrapped coins into coins of the account. */
    public static Movement unwrap(String id, TokenAmount wrapped, Address owner) {
        Address wrapper = wrapped.token().address();
        return new Movement(id, Kind.UNWRAP, wrapped, wrapper, owner, Erc20.withdraw(wrapped), Wei.ZERO, UNWRAP);
    }

    /** Sends tokens away. */
    public static Movement withdraw(String id, TokenAmount amount, Address to) {
        Address token = amount.token().address();
        return new Movement(id, Kind.WITHDRAW, amount, token, to, Erc20.transfer(to, amount), Wei.ZERO, TRANSFER);
    }

    /** Sends coins away. */
    public static Movement withdrawCoins(String id, Wei coins, Token wrapped, Address to) {
        TokenAmount amount = new TokenAmount(wrapped, coins.value());
        return new Movement(id, Kind.WITHDRAW_COINS, amount, to, to, Bytes.EMPTY, coins, COINS);
    }
}
