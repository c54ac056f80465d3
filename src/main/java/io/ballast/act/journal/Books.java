package io.ballast.act.journal;

import io.ballast.act.risk.ProposedTransaction.Kind;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What the account must hold by the journal: what is ours, and what came from nobody known and is kept apart.
 *
 * @param balances ours, in the order in which the books were opened
 * @param coins ours
 * @param apart not ours so far, in the same order
 * @param coinsApart not ours so far
 */
public record Books(List<TokenAmount> balances, Wei coins, List<TokenAmount> apart, Wei coinsApart) {
    public Books {
        balances = List.copyOf(balances);
        apart = List.copyOf(apart);
    }

    /** With nothing kept apart. */
    public Books(List<TokenAmount> balances, Wei coins) {
        this(
                balances,
                coins,
                balances.stream()
                        .map(amount -> TokenAmount.zero(amount.token()))
                        .toList(),
                Wei.ZERO);
    }

    /**
     * Expected amount of a token that is ours.
     *
     * @throws LedgerException if the books do not hold the token
     */
    public TokenAmount balance(Token token) {
        return find(balances, token);
    }

    /** Amount of a token that is kept apart. */
    public TokenAmount apart(Token token) {
        return find(apart, token);
    }

    /** What the chain must show, one for every token. */
    public List<TokenAmount> onChain() {
        List<TokenAmount> sum = new ArrayList<>(balances.size());
        for (int i = 0; i < balances.size(); i++) {
            sum.add(apart.get(i).isZero() ? balances.get(i) : balances.get(i).plus(apart.get(i)));
        }
        return sum;
    }

    /** Coins that the chain must show. */
    public Wei coinsOnChain() {
        return coins.plus(coinsApart);
    }

    /** After a transaction was mined: amounts moved, gas paid. */
    Books after(Kind kind, IntentMined mined) {
        Books moved = mined.succeeded() ? moved(kind, mined.amountIn(), mined.amountOut()) : this;
        return moved.coins(mined.fee().value().negate());
    }

    /** As if the transaction had not been mined. */
    Books undo(Kind kind, IntentMined mined) {
        Books paid = coins(mined.fee().value());
        return mined.succeeded() ? paid.undone(kind, mined.amountIn(), mined.amountOut()) : paid;
    }

    /** After a movement that was not a trade. */
    Books after(Flow flow) {
        return switch (flow.kind()) {
            case DEPOSIT, WRAP, UNWRAP, GAS, WRITTEN_OFF, TAKEN_OUT ->
                token(flow.token(), flow.amount()).coins(flow.coins());
            case QUARANTINED -> apart(flow.token(), flow.amount()).coinsApart(flow.coins());
            case RELEASED ->
                apart(flow.token(), flow.amount().negate())
                        .coinsApart(flow.coins().negate())
                        .token(flow.token(), flow.amount())
                        .coins(flow.coins());
            case ADJUSTMENT -> adjusted(flow.token(), flow.amount());
            case WITHDRAWAL -> this;
        };
    }

    /** Wrapped coins that are unwrapped become coins; the amount of a withdrawal of coins stands for the coins themselves. */
    private Books moved(Kind kind, TokenAmount in, TokenAmount out) {
        return switch (kind) {
            case WITHDRAW_COINS -> coins(in.raw().negate());
            case UNWRAP -> token(in.token(), in.raw().negate()).coins(in.raw());
            case SWAP, APPROVE, REVOKE, WITHDRAW ->
                token(out.token(), out.raw()).token(in.token(), in.raw().negate());
        };
    }

    private Books undone(Kind kind, TokenAmount in, TokenAmount out) {
        return switch (kind) {
            case WITHDRAW_COINS -> coins(in.raw());
            case UNWRAP -> token(in.token(), in.raw()).coins(in.raw().negate());
            case SWAP, APPROVE, REVOKE, WITHDRAW ->
                token(in.token(), in.raw()).token(out.token(), out.raw().negate());
        };
    }

    /** A token that shrinks takes from what is ours first. */
    private Books adjusted(Token token, BigInteger by) {
        BigInteger own = by.max(balance(token).raw().negate());
        return token(token, own).apart(token, by.subtract(own));
    }

    private Books token(Token token, BigInteger by) {
        return by.signum() == 0 ? this : new Books(changed(balances, token, by), coins, apart, coinsApart);
    }

    private Books apart(Token token, BigInteger by) {
        return by.signum() == 0 ? this : new Books(balances, coins, changed(apart, token, by), coinsApart);
    }

    private Books coins(BigInteger by) {
        return new Books(balances, changed(coins, by), apart, coinsApart);
    }

    private Books coinsApart(BigInteger by) {
        return new Books(balances, coins, apart, changed(coinsApart, by));
    }

    private static List<TokenAmount> changed(List<TokenAmount> amounts, Token token, BigInteger by) {
        BigInteger held = find(amounts, token).raw();
        if (held.add(by).signum() < 0) {
            throw new LedgerException("the books hold " + held + " of " + token + ", paid " + by.negate());
        }
        TokenAmount now = new TokenAmount(token, held.add(by));
        List<TokenAmount> after = new ArrayList<>(amounts.size());
        for (TokenAmount amount : amounts) {
            after.add(amount.token().equals(token) ? now : amount);
        }
        return after;
    }

    private static Wei changed(Wei coins, BigInteger by) {
        if (coins.value().add(by).signum() < 0) {
            throw new LedgerException("the books hold " + coins.value() + " wei, paid " + by.negate());
        }
        return new Wei(coins.value().add(by));
    }

    private static TokenAmount find(List<TokenAmount> amounts, Token token) {
        for (TokenAmount amount : amounts) {
            if (amount.token().equals(token)) {
                return amount;
            }
        }
        throw new LedgerException("the books hold no " + token + " " + token.address());
    }
}
