package io.ballast.act.execution;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.ChainSubmitter;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.HeadFeed;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.chain.NonceUse;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.chain.SendOutcome;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.chain.SimulatedTx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A chain that does what the test tells it, one block for each wait. */
class FakeChain implements ChainReader, ChainSubmitter, HeadFeed {
    final List<Bytes> sent = new ArrayList<>();
    final Map<Hash32, Receipt> receipts = new HashMap<>();
    final Deque<SendOutcome> outcomes = new ArrayDeque<>();
    final List<LogEntry> logs = new ArrayList<>();
    long minedNonce;
    boolean knowsAll;
    Supplier<List<SimulatedResult>> simulation = List::of;
    Runnable eachBlock = () -> {};
    ChainException.Kind silence = ChainException.Kind.UNAVAILABLE;
    int silentReceipts;
    long height = 100;

    static Hash32 hashOf(Bytes raw) {
        return Hash32.of(Keccak256.digest(raw.toArray()));
    }

    static BlockRef block(long number) {
        Hash32 hash = new Hash32(String.format("0x%064x", number));
        Hash32 parent = new Hash32(String.format("0x%064x", number - 1));
        return new BlockRef(number, hash, parent, Instant.ofEpochSecond(1_700_000_000L + 12 * number));
    }

    /** Mines the transaction in the next block. */
    void mine(Hash32 hash, boolean succeeds) {
        receipts.put(
                hash,
                new Receipt(
                        hash,
                        succeeds,
                        height + 1,
                        block(height + 1).hash(),
                        0,
                        90_000,
                        Wei.of(2_000_000_000L),
                        Wei.ZERO,
                        List.of()));
        minedNonce++;
    }

    BlockHeader header() {
        return new BlockHeader(block(height), Wei.of(1_000_000_000L), 15_000_000, 30_000_000);
    }

    @Override
    public Optional<BlockHeader> awaitChange(BlockRef known, Duration timeout) {
        eachBlock.run();
        height++;
        return Optional.of(header());
    }

    @Override
    public SendOutcome send(Bytes rawTransaction) {
        sent.add(rawTransaction);
        SendOutcome next = outcomes.poll();
        return next == null ? new SendOutcome.Accepted(hashOf(rawTransaction)) : next;
    }

    @Override
    public Optional<Receipt> receipt(Hash32 tx) {
        if (silentReceipts > 0) {
            silentReceipts--;
            throw new ChainException(silence, "no answer");
        }
        return Optional.ofNullable(receipts.get(tx)).filter(receipt -> receipt.blockNumber() <= height);
    }

    @Override
    public long minedNonce(Address account) {
        return minedNonce;
    }

    @Override
    public long undisputedNonce(Address account) {
        return minedNonce;
    }

    @Override
    public Optional<NonceUse> usedBy(Address account, long nonce) {
        throw new AssertionError("no test asks this");
    }

    @Override
    public boolean knows(Hash32 tx) {
        return knowsAll;
    }

    @Override
    public List<LogEntry> logs(LogQuery query) {
        return List.copyOf(logs);
    }

    @Override
    public List<LogEntry> logsAt(BlockRef block, List<Address> addresses, List<Hash32> topic0) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SimulatedResult> simulate(Hash32 at, List<SimulatedTx> transactions) {
        return simulation.get();
    }

    @Override
    public long chainId() {
        return 31_337;
    }

    @Override
    public BlockHeader head() {
        return header();
    }

    @Override
    public Optional<BlockHeader> header(Hash32 hash) {
        return Optional.of(header());
    }

    @Override
    public List<BlockHeader> headers(List<Long> numbers) {
        return numbers.stream()
                .map(number -> new BlockHeader(block(number), Wei.of(1), 0, 1))
                .toList();
    }

    @Override
    public List<CallResult> call(Hash32 at, List<EthCall> calls) {
        throw new AssertionError("no test asks this");
    }

    @Override
    public Wei balance(Hash32 at, Address account) {
        throw new AssertionError("no test asks this");
    }

    @Override
    public Bytes code(Hash32 at, Address account) {
        throw new AssertionError("no test asks this");
    }
}
