package io.ballast.act.risk;

import io.ballast.base.units.Address;

/**
 * Only listed routers get an allowance or a swap. A swap calls its spender; an approval or revoke calls the token it is about,
 * or Permit2 where Permit2 keeps count.
 */
record RouterList(Spenders allowed) implements Limit {
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
            case APPROVE, REVOKE -> keeper(transaction);
            case UNWRAP, WITHDRAW -> transaction.tokenIn().address();
            case WITHDRAW_COINS -> transaction.recipient();
        };
        if (!listed(transaction)) {
            return LimitCheck.refuse(code(), "spender " + transaction.spender() + " is not on the list");
        }
        return transaction.target().equals(due)
                ? LimitCheck.pass(code(), transaction.spender().toString())
                : LimitCheck.refuse(code(), "calls " + transaction.target() + " instead of " + due);
    }

    private boolean listed(ProposedTransaction transaction) {
        return switch (transaction.kind()) {
            case SWAP -> allowed.swaps(transaction.spender());
            case APPROVE, REVOKE -> allowed.mayTake(keeper(transaction), transaction.spender());
            case UNWRAP, WITHDRAW, WITHDRAW_COINS -> true;
        };
    }

    private Address keeper(ProposedTransaction transaction) {
        return allowed.isPermit2(transaction.target())
                ? transaction.target()
                : transaction.tokenIn().address();
    }
}
