package io.ballast.lab.backtest.kernel;

/**
 * Runs a rule over columns of prices: at each row prices move, the rule decides at that row's close, and is filled there at
 * proportional cost. It makes no object per row. It is no second opinion on how a strategy trades on chain: there is no depth, no
 * gas, no delay and no limit here.
 *
 * <p>Thread-safe.
 */
public record Kernel(Cost cost, Opening opening) {

    /**
     * From one unit before the first row.
     *
     * @throws IllegalArgumentException if the rule asks for weights that are none
     * @throws ArithmeticException if the equity grows beyond 10³⁰⁸
     */
    public KernelResult run(PriceTable table, WeightStrategy strategy) {
        Purse purse = new Purse(table.assets(), cost);
        Moment moment = new Moment(table, purse);
        Target target = new Target(table.assets());
        WeightRule rule = strategy.start(table);
        ResultHash hash = new ResultHash(strategy + " " + this + " " + table.assets());
        long[][] columns = columns(table);
        double[] shares = new double[table.assets()];
        double[] equity = new double[table.rows()];
        int rebalances = 0;
        for (int row = 0; row < equity.length; row++) {
            purse.drift(columns, row);
            if (rule.decide(moment.at(row), shares)) {
                target.set(shares);
                if (rebalances == 0 && opening == Opening.INVESTED) {
                    purse.begin(target);
                } else {
                    purse.moveTo(target);
                }
                rebalances++;
            }
            equity[row] = purse.wealth();
            hash.add(equity[row]);
        }
        hash.add(purse.turnover());
        hash.add(purse.costs());
        return new KernelResult(equity, rebalances, purse.turnover(), purse.costs(), hash.value());
    }

    private static long[][] columns(PriceTable table) {
        long[][] columns = new long[table.assets()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = table.column(i);
        }
        return columns;
    }
}
