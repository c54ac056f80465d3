package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Bytes;
import java.util.List;

/** The commands of one call of the Universal Router, read from the first to the last. */
final class RouterCommands {
    private final CallWords call;
    private final byte[] codes;
    private final List<Bytes> inputs;
    private int at;

    RouterCommands(CallWords call, byte[] codes, List<Bytes> inputs) {
        this.call = call;
        this.codes = codes;
        this.inputs = inputs;
        call.require(codes.length == inputs.size() && codes.length > 0, "commands and inputs differ in number");
    }

    boolean isDone() {
        return at == codes.length;
    }

    boolean isNext(byte code) {
        return !isDone() && codes[at] == code;
    }

    /** Input of the next command, which stays the next. */
    Bytes peek() {
        call.require(!isDone(), "a command is missing");
        return inputs.get(at);
    }

    /** Input of the next command, which must be this one. */
    Bytes next(byte code) {
        call.require(
                isNext(code), isDone() ? "a command is missing" : "command " + codes[at] + " is not expected here");
        return inputs.get(at++);
    }

    void require(boolean holds, String otherwise) {
        call.require(holds, otherwise);
    }
}
