package io.ballast.sense.market;

/**
 * How pools are followed block by block.
 *
 * @param undo blocks that can be taken back without reading anything; Ethereum finalises about 64
 * @param gap blocks that are caught up one by one; beyond, everything is read again
 * @param auditEvery blocks between two comparisons with the chain
 */
public record SyncRules(int undo, int gap, int auditEvery) {
    /** 64 blocks back, 64 blocks of gap, an audit every 100 blocks. */
    public static final SyncRules DEFAULT = new SyncRules(64, 64, 100);

    public SyncRules {
        if (undo < 1 || gap < 1 || auditEvery < 1) {
            throw new IllegalArgumentException(
                    "undo, gap and audits are at least one block, were " + undo + ", " + gap + " and " + auditEvery);
        }
    }
}
