package io.ballast.act.risk;

import io.ballast.base.units.Address;

/** The proceeds come back to the account that trades. */
record RecipientLimit(Address owner) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.RECIPIENT_NOT_OWNER;
    }

    @Override
    public boolean bindsMoves(ProposedTransaction.Kind kind) {
        return !kind.withdraws();
    }

    @Override
    public LimitCheck check(Question question) {
        Address recipient = question.transaction().recipient();
        return recipient.equals(owner)
                ? LimitCheck.pass(code(), owner.toString())
                : LimitCheck.refuse(code(), recipient + " instead of " + owner);
    }
}
