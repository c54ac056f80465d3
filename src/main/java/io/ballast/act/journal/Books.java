package io.ballast.act.journal;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import java.util.List;

/**
 * What the account must hold by the journal.
 *
 * @param balances in the order in which the books were opened
 * @param coins native balance
 */
public record Books(List<TokenAmount> balances, Wei coins) {
    public Books {
        balances = List.copyOf(balances);
    }

    /**
     * Expected amount of a token.
     *
     * @throws LedgerException if the books do not hold the token
     */
    public TokenAmount balance(Token token) {
        return balances.stream()
                .filter(amount -> amount.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new LedgerException("the books hold no " + token + " " + token.address()));
    }

    /** After a transaction was mined: amounts moved, gas paid. */
    Books after(IntentMined mined) {
        return move(mined.amountIn(), mined.amountOut()).pay(mined.fee());
    }

    /** As if the transaction had not been mined. */
    Books undo(IntentMined mined) {
        return new Books(move(mined.amountOut(), mined.amountIn()).balances, coins.plus(mined.fee()));
    }

    private Books move(TokenAmount paid, TokenAmount received) {
        return with(balance(received.token()).plus(received)).without(paid);
    }

    private Books without(TokenAmount paid) {
        TokenAmount held = balance(paid.token());
        if (held.compareTo(paid) < 0) {
            throw new LedgerException("the books hold " + held.raw() + " of " + held.token() + ", paid " + paid.raw());
        }
        return with(held.minus(paid));
    }

    private Books with(TokenAmount changed) {
        return new Books(
                balances.stream()
                        .map(amount -> amount.token().equals(changed.token()) ? changed : amount)
                        .toList(),
                coins);
    }

    private Books pay(Wei fee) {
        if (coins.compareTo(fee) < 0) {
            throw new LedgerException("the books hold " + coins.value() + " wei, paid " + fee.value());
        }
        return new Books(balances, coins.minus(fee));
    }
}
