package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.chain.NonceUse;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.chain.SimulatedTx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A chain in memory: headers, events, and answers to calls by a function. Counts round trips. */
final class FakeChain implements ChainReader {
    final List<BlockHeader> blocks = new ArrayList<>();
    final List<LogEntry> events = new ArrayList<>();
    final List<LogQuery> queries = new ArrayList<>();
    Function<EthCall, CallResult> answers = call -> new CallResult.Returned(Bytes.EMPTY);
    int roundTrips;

    BlockHeader mine(Instant time) {
        long number = blocks.size();
        Hash32 parent =
                number == 0 ? Hash32.ZERO : blocks.get(blocks.size() - 1).ref().hash();
        BlockRef ref = new BlockRef(number, new Hash32("0x" + String.format("%064x", number + 0xabc)), parent, time);
        blocks.add(new BlockHeader(ref, Wei.of(7), 15, 30));
        return blocks.get(blocks.size() - 1);
    }

    @Override
    public long chainId() {
        return 31_337;
    }

    @Override
    public BlockHeader head() {
        roundTrips++;
        return blocks.get(blocks.size() - 1);
    }

    @Override
    public Optional<BlockHeader> header(Hash32 hash) {
        roundTrips++;
        return blocks.stream().filter(block -> block.ref().hash().equals(hash)).findFirst();
    }

    @Override
    public List<BlockHeader> headers(List<Long> numbers) {
        roundTrips++;
        return numbers.stream().map(number -> blocks.get(number.intValue())).toList();
    }

    @Override
    public List<CallResult> call(Hash32 at, List<EthCall> calls) {
        roundTrips++;
        if (blocks.stream().noneMatch(block -> block.ref().hash().equals(at))) {
            throw new ChainException(ChainException.Kind.UNKNOWN_BLOCK, "no block " + at);
        }
        return calls.stream().map(answers).toList();
    }

    @Override
    public List<LogEntry> logs(LogQuery query) {
        roundTrips++;
        queries.add(query);
        return events.stream()
                .filter(log -> query.fromBlock() <= log.blockNumber() && log.blockNumber() <= query.toBlock())
                .filter(log -> query.addresses().contains(log.address()))
                .filter(log -> query.topic0().contains(log.topics().get(0)))
                .toList();
    }

    @Override
    public List<LogEntry> logsAt(BlockRef block, List<Address> addresses, List<Hash32> topic0) {
        roundTrips++;
        return events.stream()
                .filter(log -> log.blockHash().equals(block.hash()))
                .filter(log -> addresses.contains(log.address()))
                .filter(log -> topic0.contains(log.topics().get(0)))
                .toList();
    }

    @Override
    public Optional<Receipt> receipt(Hash32 tx) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean knows(Hash32 tx) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Wei balance(Hash32 at, Address account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long minedNonce(Address account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long undisputedNonce(Address account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<NonceUse> usedBy(Address account, long nonce) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Bytes code(Hash32 at, Address account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SimulatedResult> simulate(Hash32 at, List<SimulatedTx> transactions) {
        throw new UnsupportedOperationException();
    }
}
