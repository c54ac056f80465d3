package io.ballast.act.risk;

import io.ballast.base.units.Address;
import java.util.Optional;

/** The proceeds come back to the account that trades, and money leaves it for the one account that withdrawals go to. */
record RecipientLimit(Address owner, Optional<Address> withdrawTo) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.RECIPIENT_NOT_OWNER;
    }

    @Override
    public boolean bindsMoves(ProposedTransaction.Kind kind) {
        return true;
    }

    @Override
    public LimitCheck check(Question question) {
        Address recipient = question.transaction().recipient();
        Optional<Address> due = question.transaction().kind().withdraws() ? withdrawTo : Optional.of(owner);
        return due.filter(recipient::equals).isPresent()
                ? LimitCheck.pass(code(), recipient.toString())
                : LimitCheck.refuse(
                        code(),
                        recipient + due.map(pinned -> " instead of " + pinned).orElse(", and no account is pinned"));
    }
}
