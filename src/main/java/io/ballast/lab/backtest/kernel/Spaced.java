package io.ballast.lab.backtest.kernel;

/**
 * A strategy that looks at longer periods than the table's, such as at days of hourly prices: it sees and trades every so many rows.
 *
 * @param strategy that does not know the future
 * @param rows of one of its periods, at least 1
 */
public record Spaced(WeightStrategy strategy, int rows) implements WeightStrategy {
    public Spaced {
        if (rows < 1 || strategy.clairvoyant()) {
            throw new IllegalArgumentException("cannot show " + strategy.name() + " every " + rows + " rows");
        }
    }

    @Override
    public String name() {
        return strategy.name();
    }

    @Override
    public WeightRule start(PriceTable table) {
        WeightRule rule = strategy.start(table);
        return (now, target) -> now.row() % rows == 0 && rule.decide(now.every(rows), target);
    }
}
