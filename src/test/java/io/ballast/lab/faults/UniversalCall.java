package io.ballast.lab.faults;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code execute(bytes,bytes[],uint256)} of Uniswap's Universal Router, read by hand from its published command and action
 * numbers, without any of the product's code. Commands that may fail without a revert, and all that are not known here, make it
 * unreadable.
 */
final class UniversalCall {
    static final String SIGNATURE = "execute(bytes,bytes[],uint256)";
    /** Stands for the router itself: what goes there is still on its way. */
    private static final Address ROUTER = new Address("0x" + "0".repeat(39) + "2");

    private static final int WORD = 32;
    private static final int V3_SWAP_EXACT_IN = 0x00;
    private static final int PERMIT2_TRANSFER_FROM = 0x02;
    private static final int V2_SWAP_EXACT_IN = 0x08;
    private static final int WRAP_ETH = 0x0b;
    private static final int UNWRAP_WETH = 0x0c;
    private static final int V4_SWAP = 0x10;
    private static final int SWAP_EXACT_IN_SINGLE = 0x06;
    private static final int SWAP_EXACT_IN = 0x07;
    private static final int SETTLE = 0x0b;
    private static final int TAKE = 0x0e;

    private final List<Address> recipients = new ArrayList<>();
    private BigInteger minOut = BigInteger.ZERO;
    private boolean readable = true;

    private UniversalCall() {}

    /** @param words of the arguments */
    static Optional<RouterCall> read(RouterCall.Words words) {
        UniversalCall call = new UniversalCall();
        Bytes commands = words.tail(0);
        List<RouterCall.Words> inputs = words.list(1);
        for (int i = 0; i < commands.size(); i++) {
            call.command(commands.slice(i, 1)[0] & 0xff, inputs.get(i));
        }
        Instant deadline = RouterCall.time(words.number(2));
        return call.readable && !call.recipients.isEmpty()
                ? Optional.of(new RouterCall(call.minOut, call.recipients, deadline))
                : Optional.empty();
    }

    private void command(int code, RouterCall.Words input) {
        switch (code) {
            case V3_SWAP_EXACT_IN, V2_SWAP_EXACT_IN -> {
                recipient(input.address(0));
                minOut = minOut.add(input.number(2));
            }
            case V4_SWAP -> v4(input);
            case WRAP_ETH, UNWRAP_WETH -> recipient(input.address(0));
            case PERMIT2_TRANSFER_FROM -> recipient(input.address(1));
            default -> readable = false;
        }
    }

    private void recipient(Address to) {
        if (!to.equals(ROUTER)) {
            recipients.add(to);
        }
    }

    private void v4(RouterCall.Words input) {
        Bytes actions = input.tail(0);
        List<RouterCall.Words> parameters = input.list(1);
        for (int i = 0; i < actions.size(); i++) {
            action(actions.slice(i, 1)[0], parameters.get(i));
        }
    }

    private void action(int code, RouterCall.Words parameter) {
        switch (code) {
            case SWAP_EXACT_IN_SINGLE ->
                minOut = minOut.add(parameter.from(parameter.offset(0)).number(7));
            case SWAP_EXACT_IN -> {
                // Later routers have one more member, a bound for each hop, before the amounts; the path starts after
                // all.
                RouterCall.Words swap = parameter.from(parameter.offset(0));
                minOut = minOut.add(swap.number(swap.offset(1) / WORD - 1));
            }
            case TAKE -> recipient(parameter.address(1));
            case SETTLE -> {}
            default -> readable = false;
        }
    }
}
