package io.ballast.lab.sim;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What calldata for SwapRouter02 orders, decoded by hand. */
record SimOrder(Instant deadline, List<Part> parts) {
    private static final int MULTICALL = Wire.selector("multicall(uint256,bytes[])");
    private static final int SINGLE =
            Wire.selector("exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))");
    private static final int PATH = Wire.selector("exactInput((bytes,address,uint256,uint256))");
    private static final int PAIRS = Wire.selector("swapExactTokensForTokens(uint256,uint256,address[],address)");
    private static final int ADDRESS = 20;
    private static final int HOP = 23;

    /** @param fee in millionths, zero of a V2 pair */
    record Step(Address in, Address out, int fee) {}

    /** One swap along a path. */
    record Part(List<Step> path, Address recipient, BigInteger amountIn, BigInteger minOut) {}

    /** Empty if it is no swap with a deadline. */
    static Optional<SimOrder> of(Bytes data) {
        if (Wire.selector(data) != MULTICALL) {
            return Optional.empty();
        }
        Bytes arguments = Wire.arguments(data);
        List<Part> parts = new ArrayList<>();
        for (Bytes member : Wire.members(Wire.tail(arguments, 1))) {
            Optional<Part> part = part(Wire.string(member));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(
                new SimOrder(Instant.ofEpochSecond(Wire.word(arguments, 0).longValueExact()), List.copyOf(parts)));
    }

    private static Optional<Part> part(Bytes call) {
        Bytes data = Wire.arguments(call);
        int selector = Wire.selector(call);
        if (selector == SINGLE) {
            Step step = new Step(
                    Wire.address(data, 0),
                    Wire.address(data, 1),
                    Wire.word(data, 2).intValueExact());
            return Optional.of(new Part(List.of(step), Wire.address(data, 3), Wire.word(data, 4), Wire.word(data, 5)));
        }
        if (selector == PATH) {
            Bytes struct = Wire.tail(data, 0);
            return Optional.of(new Part(
                    path(Wire.string(Wire.tail(struct, 0))),
                    Wire.address(struct, 1),
                    Wire.word(struct, 2),
                    Wire.word(struct, 3)));
        }
        return selector == PAIRS
                ? Optional.of(new Part(
                        pairs(Wire.tail(data, 2)), Wire.address(data, 3), Wire.word(data, 0), Wire.word(data, 1)))
                : Optional.empty();
    }

    private static List<Step> path(Bytes packed) {
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at + HOP < packed.size(); at += HOP) {
            steps.add(new Step(
                    Address.of(packed.slice(at, ADDRESS)),
                    Address.of(packed.slice(at + HOP, ADDRESS)),
                    new BigInteger(1, packed.slice(at + ADDRESS, HOP - ADDRESS)).intValueExact()));
        }
        return steps;
    }

    private static List<Step> pairs(Bytes array) {
        List<Step> steps = new ArrayList<>();
        int count = Wire.word(array, 0).intValueExact();
        for (int i = 1; i < count; i++) {
            steps.add(new Step(Wire.address(array, i), Wire.address(array, i + 1), 0));
        }
        return steps;
    }
}
