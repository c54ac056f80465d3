package io.ballast.act.execution;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.Flow;
import io.ballast.act.journal.OwnMove;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.LogEntry;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells apart what moved the balances of one account between two blocks: trades of ours, which the books know, and deposits,
 * unsolicited tokens, wraps by hand, gas of these, balances that a token changed by itself, and what left without our doing.
 * Every wei of the difference ends in exactly one of them. Pure.
 */
final class FlowSorter {
    private final Address owner;
    private final Token wrapped;
    private final FlowRules rules;
    private final List<OwnMove> moves;
    private final List<Flow> flows = new ArrayList<>();
    private final List<Flow> outflows = new ArrayList<>();

    /**
     * @param wrapped the wrapped coin
     * @param moves what our own transactions did between the two blocks
     */
    FlowSorter(Address owner, Token wrapped, FlowRules rules, List<OwnMove> moves) {
        this.owner = owner;
        this.wrapped = wrapped;
        this.rules = rules;
        this.moves = List.copyOf(moves);
    }

    /**
     * Explains the difference. Call once.
     *
     * @param books as they must be at the later block, our own moves included
     * @param logs of the tokens with the account as a party, between the blocks
     * @param fees of transactions that wrapped or unwrapped by hand
     */
    FlowsFound sort(Books books, ChainBalances chain, List<LogEntry> logs, Map<Hash32, Wei> fees) {
        BigInteger coins = chain.coins().value().subtract(books.coinsOnChain().value());
        for (TokenAmount actual : chain.balances()) {
            Token token = actual.token();
            List<TokenStep> steps = TokenStep.of(logs, owner, token);
            BigInteger expected = books.balance(token).plus(books.apart(token)).raw();
            BigInteger explained = BigInteger.ZERO;
            for (TokenStep step : foreign(steps, token)) {
                explained = explained.add(step.raw());
                coins = coins.subtract(book(step, token, coins, fees));
            }
            adjust(token, actual.raw().subtract(expected).subtract(explained));
        }
        bookCoins(coins);
        return new FlowsFound(flows, outflows);
    }

    /** Steps that no transaction of ours made, and what our own moved beyond what is booked of them. */
    private List<TokenStep> foreign(List<TokenStep> steps, Token token) {
        List<TokenStep> foreign = new ArrayList<>(
                steps.stream().filter(step -> own(step.tx()).isEmpty()).toList());
        for (OwnMove move : moves) {
            BigInteger beyond = steps.stream()
                    .filter(step -> step.tx().equals(move.tx()))
                    .map(TokenStep::raw)
                    .reduce(BigInteger.ZERO, BigInteger::add)
                    .subtract(move.net(token));
            if (beyond.signum() != 0) {
                foreign.add(new TokenStep(move.tx(), beyond, Optional.empty(), TokenStep.Way.TRANSFER));
            }
        }
        return foreign;
    }

    private Optional<OwnMove> own(Hash32 tx) {
        return moves.stream().filter(move -> move.tx().equals(tx)).findFirst();
    }

    /** Enters one step; the coins that it explains. */
    private BigInteger book(TokenStep step, Token token, BigInteger coins, Map<Hash32, Wei> fees) {
        BigInteger fee =
                Optional.ofNullable(fees.get(step.tx())).map(Wei::value).orElse(BigInteger.ZERO);
        if (token.equals(wrapped) && wraps(step, coins.add(fee))) {
            add(
                    step.raw().signum() > 0 ? Flow.Kind.WRAP : Flow.Kind.UNWRAP,
                    token,
                    step,
                    step.raw().negate());
            if (fee.signum() > 0) {
                flows.add(new Flow(
                        Flow.Kind.GAS, token, BigInteger.ZERO, fee.negate(), Optional.empty(), Optional.of(step.tx())));
            }
            return step.raw().negate().subtract(fee);
        }
        if (step.raw().signum() > 0) {
            add(arrived(step), token, step, BigInteger.ZERO);
        } else {
            outflows.add(flow(Flow.Kind.WRITTEN_OFF, token, step, BigInteger.ZERO));
        }
        return BigInteger.ZERO;
    }

    /** A wrapper that only mints and burns says no more than a transfer does: the coins must have gone the other way. */
    private static boolean wraps(TokenStep step, BigInteger coins) {
        return switch (step.way()) {
            case WRAP -> true;
            case TRANSFER -> false;
            case MINT ->
                step.raw().signum() > 0
                        ? coins.negate().compareTo(step.raw()) >= 0
                        : coins.compareTo(step.raw().negate()) >= 0;
        };
    }

    private Flow.Kind arrived(TokenStep step) {
        boolean known = step.other().filter(rules.depositsFrom()::contains).isPresent();
        return known || !rules.quarantine() ? Flow.Kind.DEPOSIT : Flow.Kind.QUARANTINED;
    }

    private void adjust(Token token, BigInteger rest) {
        if (rest.signum() != 0) {
            flows.add(new Flow(Flow.Kind.ADJUSTMENT, token, rest, BigInteger.ZERO, Optional.empty(), Optional.empty()));
        }
    }

    /** A plain transfer of coins leaves no log. */
    private void bookCoins(BigInteger rest) {
        if (rest.signum() > 0) {
            Flow.Kind kind = rules.quarantine() ? Flow.Kind.QUARANTINED : Flow.Kind.DEPOSIT;
            flows.add(new Flow(kind, wrapped, BigInteger.ZERO, rest, Optional.empty(), Optional.empty()));
        } else if (rest.signum() < 0) {
            outflows.add(new Flow(
                    Flow.Kind.WRITTEN_OFF, wrapped, BigInteger.ZERO, rest, Optional.empty(), Optional.empty()));
        }
    }

    private void add(Flow.Kind kind, Token token, TokenStep step, BigInteger coins) {
        flows.add(flow(kind, token, step, coins));
    }

    private static Flow flow(Flow.Kind kind, Token token, TokenStep step, BigInteger coins) {
        return new Flow(kind, token, step.raw(), coins, step.other(), Optional.of(step.tx()));
    }
}
