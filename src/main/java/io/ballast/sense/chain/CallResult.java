package io.ballast.sense.chain;

import io.ballast.base.units.Bytes;

/** Outcome of one read-only call. */
public sealed interface CallResult {
    /** The call returned; {@code data} may be empty, which is not zero. */
    record Returned(Bytes data) implements CallResult {}

    /**
     * The call reverted.
     *
     * @param data revert data, may be empty
     */
    record Reverted(Bytes data, String message) implements CallResult {}

    /**
     * The return data.
     *
     * @throws ChainException of kind REVERTED, naming {@code what} was asked
     */
    default Bytes orThrow(String what) {
        return switch (this) {
            case Returned(Bytes data) -> data;
            case Reverted(Bytes data, String message) ->
                throw new ChainException(ChainException.Kind.REVERTED, what + " reverted: " + message + " " + data);
        };
    }
}
