package io.ballast.lab.sim;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
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
import io.ballast.sense.dex.PoolState;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the agent sees of the simulated chain: every port to it, with a node's failures and lies, and the clock. */
final class SimNode implements ChainReader, ChainSubmitter, HeadFeed, InstantSource {
    private static final int STALE = 4;

    private final SimChain chain;
    private final Faults faults;
    private Instant now = Instant.EPOCH;
    private Duration skew = Duration.ZERO;

    SimNode(SimChain chain, Faults faults) {
        this.chain = chain;
        this.faults = faults;
        pass(0);
    }

    /** The time of so many blocks passes. */
    void pass(int blocks) {
        for (int i = 0; i < blocks; i++) {
            chain.tick();
            if (faults.strikes(Fault.CLOCK_STEP)) {
                skew = skew.isZero() ? Duration.ofHours(faults.even() ? 1 : -1) : Duration.ZERO;
            }
        }
        Instant head = chain.head().ref().timestamp().plusSeconds(2);
        now = head.isAfter(now) ? head : now.plus(SimChain.BLOCK_TIME.multipliedBy(Math.min(1, blocks)));
    }

    @Override
    public Instant instant() {
        return now.plus(skew);
    }

    /** The clock is right again. */
    void heal() {
        skew = Duration.ZERO;
    }

    /** Time passes without a block. */
    void idle(Duration time) {
        now = now.plus(time);
    }

    /** A relay: what it is given, only producers of blocks see. */
    SendOutcome relay(Bytes rawTransaction) {
        faults.port();
        if (faults.strikes(Fault.LOST_SEND)) {
            return new SendOutcome.Unknown("time-out");
        }
        SimTx tx = SimTx.of(rawTransaction);
        return faults.strikes(Fault.RELAY_DROPS) ? new SendOutcome.Accepted(tx.hash()) : chain.hide(tx);
    }

    private void asked(String what) {
        if (faults.strikes(Fault.SLOW)) {
            pass(faults.upTo(3));
        }
        faults.question(what);
    }

    private SimChain.Block state(Hash32 at) {
        return chain.block(at)
                .orElseThrow(() -> new ChainException(ChainException.Kind.UNKNOWN_BLOCK, "no block " + at));
    }

    @Override
    public Optional<BlockHeader> awaitChange(BlockRef known, Duration timeout) {
        pass(1);
        asked("heads");
        BlockHeader head =
                (faults.strikes(Fault.STALE_HEAD) ? chain.behind(faults.upTo(STALE)) : chain.head()).header();
        return Optional.of(head).filter(seen -> !seen.ref().hash().equals(known.hash()));
    }

    @Override
    public SendOutcome send(Bytes rawTransaction) {
        faults.port();
        SimTx tx = SimTx.of(rawTransaction);
        if (faults.strikes(Fault.LOST_SEND)) {
            return new SendOutcome.Unknown("time-out");
        }
        SendOutcome outcome = chain.offer(tx);
        faults.port();
        if (outcome instanceof SendOutcome.Accepted && faults.strikes(Fault.OK_BUT_DROPPED)) {
            chain.drop(tx);
        } else if (faults.strikes(Fault.ERROR_BUT_ACCEPTED)) {
            return new SendOutcome.Unknown("connection reset");
        }
        return outcome;
    }

    @Override
    public long chainId() {
        return SimSetup.UNIVERSE.chainId();
    }

    @Override
    public BlockHeader head() {
        asked("head");
        return (faults.strikes(Fault.STALE_HEAD) ? chain.behind(faults.upTo(STALE)) : chain.head()).header();
    }

    @Override
    public Optional<BlockHeader> header(Hash32 hash) {
        asked("header");
        return chain.block(hash).map(SimChain.Block::header);
    }

    @Override
    public List<BlockHeader> headers(List<Long> numbers) {
        asked("headers");
        return numbers.stream()
                .map(number -> {
                    if (number >= chain.blocks().size()) {
                        throw new ChainException(ChainException.Kind.UNKNOWN_BLOCK, "no block " + number);
                    }
                    return chain.blocks().get(number.intValue()).header();
                })
                .toList();
    }

    @Override
    public List<CallResult> call(Hash32 at, List<EthCall> calls) {
        asked("calls");
        SimChain.Block block = state(at);
        SimEvm evm = new SimEvm(
                faults.strikes(Fault.LYING_RESERVES) ? lie(block) : block.state(),
                block.ref().number(),
                block.ref().timestamp().getEpochSecond());
        List<CallResult> results = new ArrayList<>();
        for (EthCall call : calls) {
            SimEvm.Outcome outcome = evm.read(call);
            results.add(
                    outcome.succeeded()
                            ? new CallResult.Returned(outcome.data())
                            : new CallResult.Reverted(outcome.data(), "execution reverted"));
        }
        return results;
    }

    /** A pool as it would be if somebody had brought its price down or up by a third. */
    private SimState lie(SimChain.Block block) {
        SimState lie = block.state().copy();
        List<PoolState> pools = List.copyOf(lie.pools().values());
        PoolState pool = pools.get(faults.upTo(pools.size()) - 1);
        boolean up = faults.even();
        Token in = up ? SimSetup.USDC : SimSetup.WETH;
        BigInteger much = SimStrangers.reserve(pool, in).divide(BigInteger.valueOf(7));
        new SimEvm(lie, block.ref().number(), block.ref().timestamp().getEpochSecond())
                .swap(pool, new TokenAmount(in, much), up ? SimSetup.WETH : SimSetup.USDC, SimSetup.STRANGER);
        return lie;
    }

    @Override
    public List<LogEntry> logs(LogQuery query) {
        asked("logs");
        long to = Math.min(query.toBlock(), chain.blocks().size() - 1L);
        List<LogEntry> found = new ArrayList<>();
        for (long number = query.fromBlock(); number <= to; number++) {
            chain.blocks().get((int) number).logs().stream()
                    .filter(log -> matches(log, query))
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean matches(LogEntry log, LogQuery query) {
        List<List<Hash32>> topics = query.topics();
        for (int i = 0; i < topics.size(); i++) {
            if (!topics.get(i).isEmpty()
                    && (log.topics().size() <= i
                            || !topics.get(i).contains(log.topics().get(i)))) {
                return false;
            }
        }
        return query.addresses().isEmpty() || query.addresses().contains(log.address());
    }

    @Override
    public List<LogEntry> logsAt(BlockRef block, List<Address> addresses, List<Hash32> topic0) {
        asked("logs");
        return state(block.hash()).logs().stream()
                .filter(log -> addresses.isEmpty() || addresses.contains(log.address()))
                .filter(log -> topic0.isEmpty() || topic0.contains(log.topics().getFirst()))
                .toList();
    }

    @Override
    public Optional<Receipt> receipt(Hash32 tx) {
        asked("receipt");
        return faults.strikes(Fault.LOST_RECEIPT)
                ? Optional.empty()
                : chain.mined(tx).map(SimChain.Mined::receipt);
    }

    @Override
    public boolean knows(Hash32 tx) {
        asked("transaction");
        return !faults.strikes(Fault.LOST_KNOWLEDGE) && (chain.mined(tx).isPresent() || chain.pending(tx));
    }

    @Override
    public Wei balance(Hash32 at, Address account) {
        asked("balance");
        return new Wei(state(at).state().coins());
    }

    @Override
    public long minedNonce(Address account) {
        asked("nonce");
        int depth = faults.strikes(Fault.STALE_NONCE) ? faults.upTo(STALE) : 0;
        return chain.behind(depth).state().nonce();
    }

    @Override
    public long undisputedNonce(Address account) {
        return minedNonce(account);
    }

    @Override
    public Optional<NonceUse> usedBy(Address account, long nonce) {
        asked("block");
        return chain.blocks().stream()
                .flatMap(block -> block.mined().stream())
                .filter(own -> own.tx().nonce() == nonce)
                .map(own -> new NonceUse(own.receipt().txHash(), own.receipt().blockNumber()))
                .findFirst();
    }

    @Override
    public Bytes code(Hash32 at, Address account) {
        asked("code");
        return state(at).state().code(account);
    }

    @Override
    public List<SimulatedResult> simulate(Hash32 at, List<SimulatedTx> transactions) {
        asked("simulation");
        SimChain.Block block = state(at);
        SimState state = block.state().copy();
        long time = block.ref().timestamp().plus(SimChain.BLOCK_TIME).getEpochSecond();
        List<SimulatedResult> results = new ArrayList<>();
        boolean fails = faults.strikes(Fault.SIMULATION);
        for (SimulatedTx tx : transactions) {
            results.add(fails ? failed(new SimEvm.Revert("no")) : simulated(state, block.ref(), time, tx));
        }
        return results;
    }

    private static SimulatedResult simulated(SimState state, BlockRef block, long time, SimulatedTx tx) {
        SimEvm evm = new SimEvm(state, block.number() + 1, time);
        Bytes returned;
        try {
            returned = evm.execute(tx.to(), tx.data());
        } catch (SimEvm.Revert e) {
            return failed(e);
        }
        List<LogEntry> logs = evm.events().stream()
                .map(event -> new LogEntry(
                        event.address(), event.topics(), event.data(), block.number() + 1, Hash32.ZERO, Hash32.ZERO, 0))
                .toList();
        return new SimulatedResult(true, returned, 100_000, logs);
    }

    private static SimulatedResult failed(SimEvm.Revert revert) {
        return new SimulatedResult(false, revert.data(), 100_000, List.of());
    }
}
