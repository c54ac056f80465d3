package io.ballast.act.wallet;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;

/** What agent and signer process say to each other. */
public sealed interface SignerMessage {
    /** Of this protocol; both sides refuse any other. */
    int VERSION = 1;

    /** Asks whose key the signer holds. */
    record WhoAreYou() implements SignerMessage {}

    /** The answer. */
    record IAm(Address account, long chainId) implements SignerMessage {}

    /** Asks for a signature. */
    record PleaseSign(UnsignedTransaction transaction) implements SignerMessage {}

    /** The signed transaction's bytes. */
    record HereYouAre(Bytes raw) implements SignerMessage {}

    /** Nothing was signed. */
    record Refused(String reason) implements SignerMessage {}
}
