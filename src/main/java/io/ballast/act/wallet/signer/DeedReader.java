package io.ballast.act.wallet.signer;

import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.dex.web3j.SwapReader;
import io.ballast.sense.dex.web3j.UniversalRouterReader;
import io.ballast.sense.dex.web3j.Words;
import java.time.Instant;
import java.util.Optional;

/** Finds out what a transaction does. What it does not know for certain, it refuses. */
record DeedReader(SigningLimits limits) {
    private static final String APPROVE = "0x095ea7b3";
    private static final String TRANSFER = "0xa9059cbb";
    private static final String PERMIT2_APPROVE = "0x87517c45";
    private static final String DEPOSIT = "0xd0e30db0";
    private static final String WITHDRAW = "0x2e1a7d4d";

    /** @throws SigningException saying what is not known */
    Deed read(UnsignedTransaction transaction) {
        Address to = transaction.to();
        if (transaction.data().size() == 0) {
            return coins(transaction);
        }
        if (is(limits.wrappedCoin(), to) && wraps(transaction)) {
            return new Deed.Wrap();
        }
        if (transaction.value().value().signum() != 0) {
            throw new SigningException("coins go along with a call of " + to);
        }
        try {
            return call(to, transaction.data());
        } catch (ChainException e) {
            throw new SigningException("the calldata is not understood: " + e.getMessage());
        }
    }

    private Deed coins(UnsignedTransaction transaction) {
        boolean nothing = transaction.value().value().signum() == 0;
        return nothing && transaction.to().equals(limits.account())
                ? new Deed.Cancel()
                : new Deed.SendCoins(transaction.to());
    }

    private static boolean wraps(UnsignedTransaction transaction) {
        Bytes data = transaction.data();
        boolean pays = transaction.value().value().signum() > 0;
        return switch (selector(data)) {
            case DEPOSIT -> pays && data.size() == 4;
            case WITHDRAW -> !pays && data.size() == 36;
            default -> false;
        };
    }

    private Deed call(Address to, Bytes data) {
        if (limits.tokens().containsKey(to) || is(limits.wrappedCoin(), to)) {
            return token(to, data);
        }
        if (is(limits.permit2(), to)) {
            return permit(data);
        }
        if (is(limits.swapRouter02(), to)) {
            return new Deed.Swap(SwapReader.swapRouter02(data));
        }
        if (limits.v2Routers().contains(to)) {
            return new Deed.Swap(SwapReader.v2Router(data));
        }
        return Optional.ofNullable(limits.universal().get(to))
                .map(version -> new Deed.Swap(new UniversalRouterReader(version, limits.wrappedCoin()).read(data)))
                .orElseThrow(() -> new SigningException(to + " is neither a token nor a router of the list"));
    }

    private static Deed token(Address token, Bytes data) {
        Words words = arguments("a call of a token", data).exactly(2);
        return switch (selector(data)) {
            case APPROVE -> new Deed.Allow(token, words.address(0), words.uint(32, 256));
            case TRANSFER -> new Deed.SendTokens(token, words.address(0), words.uint(32, 256));
            default -> throw unknown(data);
        };
    }

    private static Deed permit(Bytes data) {
        if (!selector(data).equals(PERMIT2_APPROVE)) {
            throw unknown(data);
        }
        Words words = arguments("a call of Permit2", data).exactly(4);
        Instant expiry = Instant.ofEpochSecond(words.uint(96, 48).longValueExact());
        return new Deed.Permit(words.address(0), words.address(32), words.uint(64, 160), expiry);
    }

    private static Words arguments(String what, Bytes data) {
        if (data.size() < 4) {
            throw unknown(data);
        }
        return new Words(what, Bytes.of(data.slice(4, data.size() - 4)));
    }

    private static String selector(Bytes data) {
        return data.size() < 4 ? "none" : Bytes.of(data.slice(0, 4)).hex();
    }

    private static SigningException unknown(Bytes data) {
        return new SigningException("the function " + selector(data) + " is not on the list");
    }

    private static boolean is(Optional<Address> known, Address address) {
        return known.filter(address::equals).isPresent();
    }
}
