package io.ballast.lab.backtest.engine;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.LedgerState;
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.Decision;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.DecisionRecord;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.TradeRecord;
import io.ballast.think.model.ActionScore;
import io.ballast.think.model.Scores;
import io.ballast.think.strategy.Strategy;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/** Collects what a run leaves behind, row by row. Used by one thread. */
public final class Recorder {
    /** Up to so many rows every decision is kept; of longer runs those that did something. */
    private static final int ALL_DECISIONS = 5_000;

    private static final String UNPRICED = "; nothing else was priced, since the rule is sure to hold";

    private final Strategy strategy;
    private final List<Token> assets;
    private final int[] places;
    private final int wrapped;
    private final Wei coins;
    private final long[] times;
    private final double[] equity;
    private final double[][] weights;
    private final double[][] prices;
    private final TokenAmount[] held;
    private final double[] wholes;
    private final List<DecisionRecord> decisions = new ArrayList<>();

    /**
     * @param tokens that prices come for, in their order
     * @param rows that there will be
     * @param wrapped the coin's wrapper
     * @param coins at the start, lent to the run: what is used up of them counts
     */
    public Recorder(Strategy strategy, List<Token> tokens, int rows, Token wrapped, Wei coins) {
        this.strategy = strategy;
        this.wrapped = tokens.indexOf(wrapped);
        this.coins = coins;
        this.assets = strategy.allocations().stream()
                .filter(each -> each.max().value() > 0 || each.token().equals(strategy.cash()))
                .map(each -> each.token())
                .sorted(Comparator.comparing(token -> token.equals(strategy.cash())))
                .toList();
        places = assets.stream().mapToInt(tokens::indexOf).toArray();
        held = assets.stream().map(TokenAmount::zero).toArray(TokenAmount[]::new);
        wholes = new double[assets.size()];
        times = new long[rows];
        equity = new double[rows];
        weights = new double[assets.size()][rows];
        prices = new double[assets.size()][rows];
    }

    /**
     * One row.
     *
     * @param at from 0
     * @param usd price of one whole token, by its place among the tokens
     * @param outcome of the decision in this row; empty if none was made
     */
    public void row(int at, Instant time, IntToDoubleFunction usd, LedgerState ledger, Optional<CycleOutcome> outcome) {
        Books books = ledger.books().orElseThrow();
        times[at] = time.getEpochSecond();
        double sum = burnt(books.coins()) * usd.applyAsDouble(wrapped);
        for (int i = 0; i < places.length; i++) {
            prices[i][at] = usd.applyAsDouble(places[i]);
            weights[i][at] = whole(i, books.balance(assets.get(i))) * prices[i][at];
            sum += weights[i][at];
        }
        equity[at] = sum;
        for (double[] asset : weights) {
            asset[at] = sum == 0 ? 0 : asset[at] / sum;
        }
        outcome.ifPresent(end -> end.decision()
                .filter(decision -> times.length <= ALL_DECISIONS || !decision.holds())
                .ifPresent(decision -> decisions.add(record(at, decision, end))));
    }

    /** What is held of an asset, worked out once for as long as it stays the same. */
    private double whole(int asset, TokenAmount amount) {
        if (!amount.equals(held[asset])) {
            held[asset] = amount;
            wholes[asset] = amount.whole().doubleValue();
        }
        return wholes[asset];
    }

    /** Zero or less. */
    private double burnt(Wei left) {
        if (left.equals(coins)) {
            return 0;
        }
        BigInteger difference = left.value().subtract(coins.value());
        return new java.math.BigDecimal(difference, 18).doubleValue();
    }

    private static DecisionRecord record(int at, Decision decision, CycleOutcome outcome) {
        Optional<Scores> scores = decision.model().or(decision::rule);
        List<DecisionRecord.Option> options = new ArrayList<>();
        for (int i = 0; i < decision.candidates().size(); i++) {
            var candidate = decision.candidates().get(i);
            int index = i;
            Optional<ActionScore> score = scores.map(known -> known.rows().get(index));
            options.add(new DecisionRecord.Option(
                    candidate.label(),
                    score.map(known -> OptionalDouble.of(known.edge())).orElse(OptionalDouble.empty()),
                    score.map(known -> OptionalDouble.of(known.low())).orElse(OptionalDouble.empty()),
                    candidate.cost().total().value().doubleValue(),
                    decision.proposal().verdicts().get(i).words() + (unpriced(decision) ? UNPRICED : "")));
        }
        boolean done = decision.holds() || outcome.intents().stream().allMatch(end -> end.filled());
        return new DecisionRecord(
                at,
                Integer.parseInt(decision.id().substring(1)),
                options,
                decision.proposal().index(),
                done ? decision.proposal().reason() : outcome.note());
    }

    /** Whether nothing but to hold was looked at. */
    private static boolean unpriced(Decision decision) {
        boolean alone = decision.candidates().size() == 1 && decision.dropped().isEmpty();
        return alone && decision.rule().isEmpty() && decision.model().isEmpty();
    }

    /** All of it. */
    public RunRecord done(List<TradeRecord> trades, Optional<String> halted) {
        return new RunRecord(
                strategy.name(),
                assets.stream().map(Token::symbol).toList(),
                times,
                equity,
                weights,
                prices,
                trades,
                decisions,
                halted);
    }
}
