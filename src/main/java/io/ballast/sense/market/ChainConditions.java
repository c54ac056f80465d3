package io.ballast.sense.market;

import io.ballast.sense.chain.ChainProfile;

/**
 * What a rollup adds to a block: its data fee and the state of its sequencer.
 *
 * @param l1 of one transaction
 */
public record ChainConditions(L1Charge l1, Sequencer sequencer) {
    /**
     * Of a chain without either.
     *
     * @throws IllegalArgumentException if the chain has one of them, because then it must be read
     */
    public static ChainConditions plain(ChainProfile chain) {
        if (chain.l1Fee() != ChainProfile.L1DataFee.NONE
                || chain.sequencerFeed().isPresent()) {
            throw new IllegalArgumentException("this chain's data fee and sequencer must be read, not assumed");
        }
        return new ChainConditions(L1Charge.NONE, new Sequencer.None());
    }
}
