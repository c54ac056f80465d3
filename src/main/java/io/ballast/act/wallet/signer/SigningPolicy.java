package io.ballast.act.wallet.signer;

import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.web3j.SwapReading;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges one transaction by the limits and by what was signed before. Used by one thread at a time. */
record SigningPolicy(SigningLimits limits, SignerMemory memory) {
    /** What the transaction sells, of which token: nothing of the zero address if it sells nothing. */
    record Sale(Address token, BigInteger amount) {
        static final Sale NONE = new Sale(Address.ZERO, BigInteger.ZERO);
    }

    /**
     * Goes on only if the transaction may be signed.
     *
     * @throws SigningException saying which limit refuses
     */
    Sale judge(UnsignedTransaction transaction, Ask ask, Instant now) {
        require(transaction.chainId() == limits.chainId(), "is for chain " + transaction.chainId());
        gas(transaction, ask, now);
        Deed deed = new DeedReader(limits).read(transaction);
        memory.refusal(ask).ifPresent(SigningPolicy::refuse);
        return switch (deed) {
            case Deed.Cancel ignored -> Sale.NONE;
            case Deed.Wrap ignored -> Sale.NONE;
            case Deed.Allow allow -> allow(allow);
            case Deed.Permit permit -> permit(permit, now);
            case Deed.SendCoins send -> withdraw(send.to());
            case Deed.SendTokens send -> withdraw(send.to());
            case Deed.Swap swap -> swap(swap.reading(), ask.nonce(), now);
        };
    }

    private void gas(UnsignedTransaction transaction, Ask ask, Instant now) {
        SigningLimits.GasLimit gas = limits.gas();
        require(
                transaction.gasLimit() <= gas.limit(),
                "gas limit " + transaction.gasLimit() + " is more than " + gas.limit());
        atMost("highest gas price", transaction.maxFee(), gas.price());
        atMost("worst-case gas", ask.cost(), gas.perTransaction());
        atMost("worst-case gas of 24 hours", memory.cost(ask, now), gas.perDay());
    }

    private Sale allow(Deed.Allow allow) {
        if (allow.amount().signum() > 0) {
            require(limits.spends(allow.spender()), allow.spender() + " is no spender of the list");
            perTransaction(allow.token(), allow.amount());
        }
        return Sale.NONE;
    }

    private Sale permit(Deed.Permit permit, Instant now) {
        if (permit.amount().signum() > 0) {
            require(limits.universal().containsKey(permit.spender()), permit.spender() + " is no spender of the list");
            within("the allowance ends", permit.expiry(), now);
            perTransaction(permit.token(), permit.amount());
        }
        return Sale.NONE;
    }

    private Sale withdraw(Address to) {
        require(
                limits.withdrawTo().filter(to::equals).isPresent(),
                "sends to " + to + ", which is not the account for withdrawals");
        return Sale.NONE;
    }

    private Sale swap(SwapReading reading, long nonce, Instant now) {
        within("the deadline is", reading.deadline(), now);
        List<SwapReading.Part> parts = reading.parts();
        Address token = parts.getFirst().in();
        BigInteger sum = BigInteger.ZERO;
        for (SwapReading.Part part : parts) {
            require(part.in().equals(token), "its parts sell different tokens");
            require(part.out().equals(parts.getFirst().out()), "its parts buy different tokens");
            require(part.recipient().equals(limits.account()), "pays to " + part.recipient());
            require(part.minOut().signum() > 0, "accepts nothing in return");
            require(part.amountIn().signum() > 0, "has an amount that a router reads as all it holds");
            part.path().forEach(hop -> limit(hop, "trades " + hop));
            sum = sum.add(part.amountIn());
        }
        require(!token.equals(parts.getFirst().out()), "ends with the token it starts with");
        perTransaction(token, sum);
        perDay(token, sum.add(memory.sold(token, nonce, now)));
        return new Sale(token, sum);
    }

    private void perTransaction(Address token, BigInteger amount) {
        TokenAmount most = limit(token, "is of " + token).perTransaction();
        require(amount.compareTo(most.raw()) <= 0, "is more than " + most + " in one transaction: " + amount + " raw");
    }

    private void perDay(Address token, BigInteger sum) {
        TokenAmount most = limit(token, "is of " + token).perDay();
        require(sum.compareTo(most.raw()) <= 0, "makes more than " + most + " in 24 hours: " + sum + " raw");
    }

    private SigningLimits.TokenLimit limit(Address token, String otherwise) {
        return Optional.ofNullable(limits.tokens().get(token))
                .orElseThrow(() -> new SigningException(otherwise + ", which is no token of the list"));
    }

    private void within(String what, Instant end, Instant now) {
        require(end.isAfter(now), what + " at " + end + ", which is over");
        require(
                !end.isAfter(now.plus(limits.maxDeadline())),
                what + " at " + end + ", later than " + limits.maxDeadline().toSeconds() + " s from now");
    }

    private static void atMost(String what, Wei actual, Wei most) {
        require(actual.compareTo(most) <= 0, what + " " + actual + " is more than " + most);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            refuse(otherwise);
        }
    }

    private static void refuse(String reason) {
        throw new SigningException(reason);
    }
}
