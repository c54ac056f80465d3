package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.dex.web3j.Multicall3;
import io.ballast.sense.dex.web3j.PriceFeed;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.dex.web3j.Words;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Feeds, balances and allowances of a universe's tokens, the coins of an account and the chain's conditions. */
final class AccountQuery {
    private final Universe universe;
    private final Address owner;
    private final List<FeedSpec> feeds;
    private final List<SpendingRight> rights;
    private final ConditionsQuery conditions;
    private final Function<Token, Optional<TokenAmount>> lastKnown;

    /** @param lastKnown stands in for a balance that its token refuses to tell; where it is empty, nothing is read at all */
    AccountQuery(Universe universe, Address owner, Function<Token, Optional<TokenAmount>> lastKnown) {
        this.lastKnown = lastKnown;
        this.universe = universe;
        this.owner = owner;
        this.rights = universe.rights();
        this.conditions = new ConditionsQuery(universe);
        this.feeds = universe.tokens().stream()
                .map(token -> universe.feeds().stream()
                        .filter(feed -> feed.token().equals(token))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no price feed of " + token)))
                .toList();
    }

    /** What was read; prices in the order of the universe's tokens. */
    record Reply(List<FeedPrice> prices, AccountState account, ChainConditions conditions) {}

    /** One call of Multicall3, then what cannot be asked through it. */
    List<EthCall> calls() {
        List<EthCall> calls = new ArrayList<>();
        calls.add(EthCall.to(universe.multicall(), Multicall3.aggregate3(multicalls())));
        calls.addAll(conditions.direct());
        return calls;
    }

    private List<Multicall3.Call> multicalls() {
        List<Multicall3.Call> calls = new ArrayList<>();
        feeds.forEach(feed -> calls.add(new Multicall3.Call(feed.feed(), PriceFeed.latestRoundData())));
        for (Token token : universe.tokens()) {
            calls.add(new Multicall3.Call(token.address(), Erc20.balanceOf(owner)));
        }
        rights.forEach(right -> calls.add(new Multicall3.Call(right.keeper(), right.question(owner))));
        calls.add(new Multicall3.Call(universe.multicall(), Multicall3.ethBalance(owner)));
        calls.addAll(conditions.viaMulticall());
        return calls;
    }

    Reply reply(List<CallResult> answers, BlockHeader header) {
        Instant time = header.ref().timestamp();
        Bytes answer = answers.getFirst().orThrow("Multicall3 at " + universe.multicall());
        int count = multicalls().size();
        Iterator<CallResult> results = Multicall3.results(answer, count).iterator();
        List<FeedPrice> prices = new ArrayList<>();
        feeds.forEach(feed -> prices.add(price(feed, results.next(), time)));
        List<TokenAmount> balances = new ArrayList<>();
        List<Allowance> allowances = new ArrayList<>();
        for (Token token : universe.tokens()) {
            balances.add(balance(token, results.next()));
        }
        rights.forEach(right -> allowance(right, results.next()).ifPresent(allowances::add));
        Wei coins = new Wei(number("balance of coins", results.next()));
        ChainConditions found = conditions.read(results, answers.subList(1, answers.size()), header);
        return new Reply(List.copyOf(prices), new AccountState(owner, balances, coins, allowances), found);
    }

    private TokenAmount balance(Token token, CallResult result) {
        return refused(result)
                .flatMap(refusal -> lastKnown.apply(token))
                .orElseGet(() -> new TokenAmount(token, number("balance of " + token, result)));
    }

    /** Of a token that tells nothing the allowance is not known, which is not zero. */
    private Optional<Allowance> allowance(SpendingRight right, CallResult result) {
        boolean unknown = refused(result).isPresent()
                && !right.viaPermit2()
                && lastKnown.apply(right.token()).isPresent();
        return unknown
                ? Optional.empty()
                : Optional.of(right.answer(result.orThrow("allowance of " + right.token() + " at " + right.keeper())));
    }

    private static Optional<CallResult.Reverted> refused(CallResult result) {
        return result instanceof CallResult.Reverted reverted ? Optional.of(reverted) : Optional.empty();
    }

    private static FeedPrice price(FeedSpec feed, CallResult result, Instant time) {
        String what = "price feed of " + feed.token();
        PriceFeed.Round round = PriceFeed.round(what, result.orThrow(what), time);
        Usd price = Usd.of(new BigDecimal(round.answer(), feed.decimals()));
        if (!price.isPositive()) {
            throw new ChainException(ChainException.Kind.MALFORMED, what + " rounds to zero: " + round.answer());
        }
        boolean stale = round.updatedAt().plus(feed.heartbeat()).isBefore(time);
        return new FeedPrice(feed.token(), price, round.updatedAt(), stale);
    }

    private static BigInteger number(String what, CallResult result) {
        return new Words(what, result.orThrow(what)).exactly(1).uint(0, 256);
    }
}
