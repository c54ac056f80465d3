package io.ballast.lab.devnet.price;

import io.ballast.base.units.Usd;

/** What is traded on the devnet, and how its price hangs on the market. */
public enum DevAsset {
    WETH(18, 3_000, 1.0, 0.35),
    USDC(6, 1, 0, 0),
    WBTC(8, 90_000, 0.75, 0.25),
    LINK(18, 15, 1.3, 0.75),
    DAI(18, 1, 0, 0);

    private final int decimals;
    private final long startPrice;
    private final double beta;
    private final double ownRisk;

    DevAsset(int decimals, long startPrice, double beta, double ownRisk) {
        this.decimals = decimals;
        this.startPrice = startPrice;
        this.beta = beta;
        this.ownRisk = ownRisk;
    }

    public int decimals() {
        return decimals;
    }

    /** Price of one whole token when the path starts. */
    public Usd startPrice() {
        return Usd.of(startPrice);
    }

    /** Holds to one dollar. */
    public boolean isStable() {
        return beta == 0;
    }

    /** Logarithmic return per logarithmic return of the market. */
    double beta() {
        return beta;
    }

    /** Standard deviation of the asset's own moves, as a multiple of the market's. */
    double ownRisk() {
        return ownRisk;
    }
}
