package io.ballast.act.execution;

import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.TakeBack;
import io.ballast.act.wallet.web3j.SignedBytes;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.ChainSubmitter;
import io.ballast.sense.chain.SendOutcome;
import java.util.Optional;

/** The way to the nodes behind the kill switch: only what takes something back passes once it is engaged. */
record StoppableSubmitter(ChainSubmitter submitter, KillSwitch killSwitch) implements ChainSubmitter {
    /** What is held back may have been sent before: that is an unknown outcome, not a refusal. */
    @Override
    public SendOutcome send(Bytes raw) {
        Optional<String> stopped = killSwitch.stopped();
        return stopped.isPresent() && !takesBack(raw)
                ? new SendOutcome.Unknown("not sent now, stopped: " + stopped.get())
                : submitter.send(raw);
    }

    private static boolean takesBack(Bytes raw) {
        try {
            SignedBytes.Opened opened = SignedBytes.open(raw);
            return TakeBack.is(opened.signed().unsigned(), opened.sender());
        } catch (SigningException e) {
            // Not to be understood is not harmless.
            return false;
        }
    }
}
