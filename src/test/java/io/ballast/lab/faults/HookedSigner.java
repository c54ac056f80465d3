package io.ballast.lab.faults;

import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;

/** Something of the test's happens just after each signature. */
record HookedSigner(Signer real, Runnable hook) implements Signer {
    @Override
    public Address address() {
        return real.address();
    }

    @Override
    public SignedTransaction sign(UnsignedTransaction transaction) {
        SignedTransaction signed = real.sign(transaction);
        hook.run();
        return signed;
    }
}
