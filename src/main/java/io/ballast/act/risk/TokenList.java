package io.ballast.act.risk;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import java.util.Set;
import java.util.stream.Stream;

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
        return Stream.of(transaction.tokenIn(), transaction.tokenOut())
                .filter(token -> !allowed.contains(token.address()))
                .findFirst()
                .map(token -> LimitCheck.refuse(code(), named(token) + " is not on the list"))
                .orElseGet(() -> LimitCheck.pass(code(), transaction.tokenIn() + ", " + transaction.tokenOut()));
    }

    private static String named(Token token) {
        return token + " " + token.address();
    }
}
