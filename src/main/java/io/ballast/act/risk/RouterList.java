package io.ballast.act.risk;

import io.ballast.base.units.Address;
import java.util.Set;

/** Only listed routers get an allowance or a swap; an approval or revoke calls the token it is about, a swap its spender. */
record RouterList(Set<Address> allowed) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.ROUTER_NOT_ALLOWED;
    }

    @Override
    public boolean bindsRevokes() {
        return true;
    }

    @Override
    public boolean bindsMoves(ProposedTransaction.Kind kind) {
        return true;
    }

    @Override
    public LimitCheck check(Question question) {
        ProposedTransaction transaction = question.transaction();
        Address due = switch (transaction.kind()) {
            case SWAP -> transaction.spender();
            case APPROVE, REVOKE, UNWRAP, WITHDRAW -> transaction.tokenIn().address();
            case WITHDRAW_COINS -> transaction.recipient();
        };
        boolean spends = transaction.kind().trades() || transaction.isRevoke();
        if (spends && !allowed.contains(transaction.spender())) {
            return LimitCheck.refuse(code(), "spender " + transaction.spender() + " is not on the list");
        }
        return transaction.target().equals(due)
                ? LimitCheck.pass(code(), transaction.spender().toString())
                : LimitCheck.refuse(code(), "calls " + transaction.target() + " instead of " + due);
    }
}
