package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * What the calldata of a swap does, read back from it.
 *
 * @param parts one or more, in the order of execution
 * @param deadline after whose second the transaction reverts
 */
public record SwapReading(List<Part> parts, Instant deadline) {
    public SwapReading {
        parts = List.copyOf(parts);
    }

    /**
     * One route.
     *
     * @param path tokens from the one that is paid to the one that comes, both included
     * @param amountIn raw, of the first token
     * @param minOut raw, of the last token
     * @param recipient gets the output
     */
    public record Part(List<Address> path, BigInteger amountIn, BigInteger minOut, Address recipient) {
        public Part {
            path = List.copyOf(path);
        }

        public Address in() {
            return path.getFirst();
        }

        public Address out() {
            return path.getLast();
        }
    }
}
