package io.ballast.act.risk;

import io.ballast.base.units.Token;
import java.util.List;
import java.util.stream.Collectors;

/** Every feed that the net asset value rests on is fresh, and both tokens of the transaction have one. */
record PriceFreshness() implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.PRICE_STALE;
    }

    @Override
    public LimitCheck check(Question question) {
        Situation situation = question.situation();
        ProposedTransaction transaction = question.transaction();
        for (Token token : List.of(transaction.tokenIn(), transaction.tokenOut())) {
            if (situation.price(token).isEmpty()) {
                return unpriced(token);
            }
        }
        List<Token> stale = situation.staleFeeds();
        return stale.isEmpty()
                ? LimitCheck.pass(code(), situation.prices().size() + " feeds fresh")
                : LimitCheck.refuse(code(), "older than the heartbeat: " + names(stale));
    }

    private static String names(List<Token> tokens) {
        return tokens.stream().map(Token::symbol).collect(Collectors.joining(", "));
    }
}
