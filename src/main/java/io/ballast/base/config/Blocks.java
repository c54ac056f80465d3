package io.ballast.base.config;

/** A number of blocks as a file writes it. */
@TextForm(
        expected = "a number of blocks such as 1 block or 12 blocks",
        example = "1 block",
        pattern = "(0|[1-9][0-9]*) blocks?")
public record Blocks(int count) {
    private static final int MOST = 1_000_000;

    public static Blocks parse(String text) {
        Quantity quantity = Quantity.parse(text);
        if (!quantity.unit().equals("block") && !quantity.unit().equals("blocks")) {
            throw new IllegalArgumentException("has the unit \"" + quantity.unit() + "\"");
        }
        return new Blocks((int) Decimals.whole(quantity.number().toPlainString(), 0, MOST));
    }

    public String text() {
        return count + (count == 1 ? " block" : " blocks");
    }
}
