package io.ballast.act.risk;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import java.util.List;
import java.util.Set;

/** Only listed addresses are sold, bought or approved; symbols count for nothing. */
record TokenList(Set<Address> allowed) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.TOKEN_NOT_ALLOWED;
    }

    @Override
    public boolean bindsRevokes() {
        return true;
    }

    @Override
    public LimitCheck check(Question question) {
        ProposedTransaction transaction = question.transaction();
        for (Token token : List.of(transaction.tokenIn(), transaction.tokenOut())) {
            if (!allowed.contains(token.address())) {
                return LimitCheck.refuse(code(), named(token) + " is not on the list");
            }
        }
        return LimitCheck.pass(code(), transaction.tokenIn() + ", " + transaction.tokenOut());
    }

    private static String named(Token token) {
        return token + " " + token.address();
    }
}
