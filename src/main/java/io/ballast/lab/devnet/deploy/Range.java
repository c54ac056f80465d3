package io.ballast.lab.devnet.deploy;

/**
 * A liquidity position around the starting price.
 *
 * @param ticks half width in ticks; {@link #FULL} reaches as far as prices go
 * @param perMille share of the pool's depth
 */
public record Range(int ticks, int perMille) {
    /** The largest tick of Uniswap V3. */
    public static final int FULL = 887_272;

    /** Lowest tick of the range, a multiple of the spacing. */
    int lower(int centre, int spacing) {
        return ticks == FULL ? -FULL / spacing * spacing : Math.floorDiv(centre - ticks, spacing) * spacing;
    }

    /** Highest tick of the range, a multiple of the spacing. */
    int upper(int centre, int spacing) {
        return ticks == FULL ? FULL / spacing * spacing : Math.floorDiv(centre + ticks, spacing) * spacing + spacing;
    }
}
