package io.ballast.sense.chain;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import java.util.List;
import java.util.Optional;

/**
 * Reads of a chain. Every state read names the hash of the block it is pinned to. All methods throw {@link ChainException}
 * when there is no usable answer; an empty {@code Optional} means that the node says "none". Thread-safe.
 */
public interface ChainReader {
    long chainId();

    /** Header of the newest block. One round trip. */
    BlockHeader head();

    /** Header by hash; empty if the node does not know it or it was reorganised away. */
    Optional<BlockHeader> header(Hash32 hash);

    /** Canonical headers by number, in the order asked, in one round trip; an unknown number throws UNKNOWN_BLOCK. */
    List<BlockHeader> headers(List<Long> numbers);

    /**
     * Calls at one block (EIP-1898, {@code requireCanonical}), in one JSON-RPC batch; results in the order asked.
     *
     * @throws ChainException of kind UNKNOWN_BLOCK when the block is not known or not canonical
     */
    List<CallResult> call(Hash32 at, List<EthCall> calls);

    /** Events in ascending order of block and index; none with {@code removed}. */
    List<LogEntry> logs(LogQuery query);

    /**
     * Events of one block, asked for by its hash (EIP-234), in ascending order of index; none with {@code removed}.
     *
     * @param addresses empty means any
     * @param topic0 empty means any
     * @throws ChainException of kind UNKNOWN_BLOCK when the block is not known
     */
    List<LogEntry> logsAt(BlockRef block, List<Address> addresses, List<Hash32> topic0);

    Optional<Receipt> receipt(Hash32 tx);

    /** Whether the node knows the transaction, mined or pending. */
    boolean knows(Hash32 tx);

    /** Coins of an account at a block. */
    Wei balance(Hash32 at, Address account);

    /** Number of mined transactions of an account, at the newest block. */
    long minedNonce(Address account);

    /**
     * The same number, for one who knows nothing to hold it against: of every node that answers.
     *
     * @throws ChainException of kind DISAGREEMENT if two of them differ
     */
    long undisputedNonce(Address account);

    /**
     * The account's mined transaction with this nonce; empty if none is mined.
     *
     * @throws ChainException also if it was mined so long ago that the node does not remember
     */
    Optional<NonceUse> usedBy(Address account, long nonce);

    Bytes code(Hash32 at, Address account);

    /** {@code eth_simulateV1}: the transactions one after another in one block on top of {@code at}. */
    List<SimulatedResult> simulate(Hash32 at, List<SimulatedTx> transactions);
}
