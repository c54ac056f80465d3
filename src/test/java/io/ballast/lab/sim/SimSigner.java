package io.ballast.lab.sim;

import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;

/** Signs for the simulated chain, which believes every signature; may fail or die as the faults say. */
record SimSigner(Faults faults) implements Signer {
    @Override
    public Address address() {
        return SimSetup.OWNER;
    }

    @Override
    public SignedTransaction sign(UnsignedTransaction transaction) {
        faults.port();
        SimTx tx = SimTx.of(transaction);
        faults.port();
        return new SignedTransaction(transaction, tx.raw(), tx.hash());
    }
}
