package io.ballast.act.execution;

import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.TakeBack;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;
import java.util.Optional;

/** A signer behind the kill switch: only what takes something back is signed once it is engaged. */
record StoppableSigner(Signer signer, KillSwitch killSwitch) implements Signer {
    @Override
    public Address address() {
        return signer.address();
    }

    @Override
    public SignedTransaction sign(UnsignedTransaction transaction) {
        Optional<String> stopped = killSwitch.stopped();
        if (stopped.isPresent() && !TakeBack.is(transaction, address())) {
            throw new SigningException("stopped: " + stopped.get());
        }
        return signer.sign(transaction);
    }

    @Override
    public String toString() {
        return signer.toString();
    }
}
