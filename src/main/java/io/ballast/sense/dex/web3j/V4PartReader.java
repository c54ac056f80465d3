package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the commands that {@link V4Commands} writes for one part: swaps through V4, and between them the wrapping and unwrapping
 * of all that the router holds, so that nothing is left with it.
 */
final class V4PartReader {
    private static final Address ROUTER = Address.parse("0x0000000000000000000000000000000000000002");

    private final V4LegReader legs;
    private final Optional<Address> wrapped;
    private final RouterCommands commands;

    /** @param wrapped the token that wraps the chain's coin; without it no swap goes through the coin */
    V4PartReader(V4LegReader legs, Optional<Address> wrapped, RouterCommands commands) {
        this.legs = legs;
        this.wrapped = wrapped;
        this.commands = commands;
    }

    /** The part that starts at the next command. */
    SwapReading.Part read() {
        Optional<BigInteger> unwrapped = pulled();
        V4LegReader.Leg leg = legs.read(commands.next(RouterCommand.V4_SWAP));
        BigInteger amountIn = leg.amountIn();
        commands.require(
                unwrapped.isPresent()
                        ? isCoin(leg.in())
                                && !leg.paidByUser()
                                && unwrapped.get().equals(amountIn)
                        : !isCoin(leg.in()) && leg.paidByUser(),
                "a V4 swap is not paid by what was pulled for it");
        List<Address> path = new ArrayList<>(tokens(leg));
        while (goesOn(leg)) {
            commands.require(
                    leg.recipient().equals(ROUTER) && leg.minOut().signum() == 0, "what goes on is given away");
            turned(leg);
            V4LegReader.Leg next = legs.read(commands.next(RouterCommand.V4_SWAP));
            commands.require(
                    next.amountIn().signum() == 0
                            && !next.paidByUser()
                            && isCoin(next.in()) != isCoin(leg.out())
                            && token(next.in()).equals(token(leg.out())),
                    "a V4 swap does not go on with what the one before gave");
            path.addAll(tokens(next).subList(1, next.currencies().size()));
            leg = next;
        }
        return new SwapReading.Part(path, amountIn, leg.minOut(), recipient(leg));
    }

    /** How much was pulled out of the sender's allowance and unwrapped. */
    private Optional<BigInteger> pulled() {
        if (!commands.isNext(RouterCommand.PERMIT2_TRANSFER_FROM)) {
            return Optional.empty();
        }
        CallWords pull = exact("a pull by Permit2", commands.next(RouterCommand.PERMIT2_TRANSFER_FROM), 3);
        CallWords unwrap = exact("an unwrapping", commands.next(RouterCommand.UNWRAP_WETH), 2);
        BigInteger amount = pull.uint(64, 160);
        pull.require(
                Optional.of(pull.address(0)).equals(wrapped)
                        && pull.address(32).equals(ROUTER)
                        && unwrap.address(0).equals(ROUTER)
                        && unwrap.uint(32, 256).equals(amount),
                "what is pulled is not unwrapped for the swap");
        return Optional.of(amount);
    }

    /** A wrapping for somebody else than the router ends the part. */
    private boolean goesOn(V4LegReader.Leg leg) {
        if (!isCoin(leg.out())) {
            return commands.isNext(RouterCommand.UNWRAP_WETH);
        }
        return !commands.isNext(RouterCommand.WRAP_ETH)
                || target(commands.peek()).equals(ROUTER);
    }

    /** All of it, into the other form. */
    private void turned(V4LegReader.Leg leg) {
        boolean wraps = isCoin(leg.out());
        CallWords turn =
                exact("a wrapping", commands.next(wraps ? RouterCommand.WRAP_ETH : RouterCommand.UNWRAP_WETH), 2);
        turn.require(
                turn.address(0).equals(ROUTER) && turn.uint(32, 256).equals(wraps ? V4Leg.ALL_HELD : BigInteger.ZERO),
                "it is not all that the router holds");
    }

    private Address recipient(V4LegReader.Leg last) {
        if (!isCoin(last.out())) {
            return last.recipient();
        }
        commands.require(last.recipient().equals(ROUTER), "coins are given away");
        CallWords wrap = exact("a wrapping", commands.next(RouterCommand.WRAP_ETH), 2);
        wrap.require(wrap.uint(32, 256).equals(V4Leg.ALL_HELD), "it is not all that the router holds");
        return wrap.address(0);
    }

    private static Address target(Bytes input) {
        return exact("a wrapping", input, 2).address(0);
    }

    private static CallWords exact(String what, Bytes input, int words) {
        return new CallWords(what, input).exactly(words);
    }

    private List<Address> tokens(V4LegReader.Leg leg) {
        return leg.currencies().stream().map(this::token).toList();
    }

    /** As the account knows it: the coin by its wrapper. */
    private Address token(Address currency) {
        commands.require(!isCoin(currency) || wrapped.isPresent(), "it goes through the chain's coin");
        return isCoin(currency) ? wrapped.orElseThrow() : currency;
    }

    private static boolean isCoin(Address currency) {
        return currency.equals(Address.ZERO);
    }
}
