package io.ballast.lab.backtest.engine;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.LedgerState;
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.Decision;
import io.ballast.base.units.Token;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.DecisionRecord;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.TradeRecord;
import io.ballast.think.model.ActionScore;
import io.ballast.think.model.Scores;
import io.ballast.think.strategy.Strategy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Collects what a run leaves behind, row by row. Used by one thread. */
final class Recorder {
    /** Up to so many rows every decision is kept; of longer runs those that did something. */
    private static final int ALL_DECISIONS = 5_000;

    private final Strategy strategy;
    private final BarTable table;
    private final List<Token> assets;
    /** Of the assets, in the table. */
    private final int[] columns;

    private final int wrapped;
    private final Wei coins;
    private final long[] times;
    private final double[] equity;
    private final double[][] weights;
    private final double[][] prices;
    private final List<DecisionRecord> decisions = new ArrayList<>();

    /**
     * @param wrapped the coin's wrapper
     * @param coins at the start, lent to the run: what is used up of them counts
     */
    Recorder(Strategy strategy, BarTable table, Token wrapped, Wei coins) {
        this.strategy = strategy;
        this.table = table;
        this.wrapped = table.tokens().indexOf(wrapped);
        this.coins = coins;
        this.assets = strategy.allocations().stream()
                .filter(each -> each.max().value() > 0 || each.token().equals(strategy.cash()))
                .map(each -> each.token())
                .sorted(Comparator.comparing(token -> token.equals(strategy.cash())))
                .toList();
        this.columns = assets.stream().mapToInt(table.tokens()::indexOf).toArray();
        int rows = table.rows() - table.first();
        times = new long[rows];
        equity = new double[rows];
        weights = new double[assets.size()][rows];
        prices = new double[assets.size()][rows];
    }

    void row(int row, LedgerState ledger, CycleOutcome outcome) {
        int at = row - table.first();
        Books books = ledger.books().orElseThrow();
        times[at] = table.close(row).getEpochSecond();
        double sum = burnt(books.coins()) * table.closes()[wrapped][row];
        for (int i = 0; i < assets.size(); i++) {
            prices[i][at] = table.closes()[columns[i]][row];
            weights[i][at] = books.balance(assets.get(i)).whole().doubleValue() * prices[i][at];
            sum += weights[i][at];
        }
        equity[at] = sum;
        for (double[] asset : weights) {
            asset[at] = sum == 0 ? 0 : asset[at] / sum;
        }
        outcome.decision()
                .filter(decision -> times.length <= ALL_DECISIONS || !decision.holds())
                .ifPresent(decision -> decisions.add(record(at, decision, outcome)));
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
                    decision.proposal().verdicts().get(i).words()));
        }
        boolean done = decision.holds() || outcome.intents().stream().allMatch(end -> end.filled());
        return new DecisionRecord(
                at,
                Integer.parseInt(decision.id().substring(1)),
                options,
                decision.proposal().index(),
                done ? decision.proposal().reason() : outcome.note());
    }

    RunRecord done(List<TradeRecord> trades, Optional<String> halted) {
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
