package io.ballast.lab.backtest.kernel;

/**
 * A rule for weights with its parameters. Implementations are records: {@code toString} is part of a result's identity.
 */
public interface WeightStrategy {
    /** What reports call it. */
    String name();

    /**
     * A new run.
     *
     * @param table only a strategy that knows the future by design may read it; others learn from {@link Moment}
     */
    WeightRule start(PriceTable table);

    /** Whether it knows the future: a bound to compare with, nobody could have followed it. */
    default boolean clairvoyant() {
        return false;
    }
}
