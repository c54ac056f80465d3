package io.ballast.sense.chain;

import io.ballast.base.units.Address;
import java.util.Optional;

/**
 * How a chain behaves where chains differ.
 *
 * @param blockNumber whose height a contract sees
 * @param l1Fee what is charged for publishing data on L1, and where
 * @param finality the node's tag for blocks that will not be undone
 * @param replaceable whether a pending transaction can usefully be replaced by one that pays more
 * @param ordering of transactions within a block
 * @param sequencerFeed Chainlink's feed that says whether the sequencer is up; empty where there is none
 */
public record ChainProfile(
        BlockNumberSource blockNumber,
        L1DataFee l1Fee,
        Finality finality,
        boolean replaceable,
        Ordering ordering,
        Optional<Address> sequencerFeed) {
    /** Ethereum and what behaves like it. */
    public static final ChainProfile ETHEREUM = new ChainProfile(
            BlockNumberSource.OWN, L1DataFee.NONE, Finality.FINALIZED, true, Ordering.PRIORITY_FEE, Optional.empty());

    /** What {@code block.number} means in a contract. */
    public enum BlockNumberSource {
        OWN,
        /** An estimate of L1's height (Nitro); the chain's own height is told by ArbSys. */
        L1
    }

    /** Fee for publishing data on L1. */
    public enum L1DataFee {
        NONE,
        /** Part of the gas that a transaction uses (Nitro). */
        INSIDE_GAS_LIMIT,
        /** Charged on top of gas (OP stack). */
        OUTSIDE_GAS_LIMIT
    }

    /** Tags of JSON-RPC. */
    public enum Finality {
        LATEST,
        SAFE,
        FINALIZED
    }

    /** Who comes first in a block. */
    public enum Ordering {
        /** Who pays the producer most. */
        PRIORITY_FEE,
        /** Who came first; a higher fee buys nothing. */
        FIRST_COME
    }

    /** Whether one sequencer orders the chain, so that an outage of it stops prices while positions move on. */
    public boolean isRollup() {
        return l1Fee != L1DataFee.NONE;
    }
}
