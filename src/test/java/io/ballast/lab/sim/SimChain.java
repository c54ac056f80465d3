package io.ballast.lab.sim;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.chain.SendOutcome;
import io.ballast.sense.chain.SendOutcome.Reason;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Blocks, a pool by geth's rules for the one account, and strangers. Blocks come only when {@link #tick} is called. */
final class SimChain {
    static final Duration BLOCK_TIME = Duration.ofSeconds(12);
    private static final Instant GENESIS = Instant.parse("2026-03-01T12:00:00Z");
    private static final long INTRINSIC = 21_000;
    private static final long GAS_LIMIT = 30_000_000;

    /** A transaction of the owner with what became of it. */
    record Mined(SimTx tx, Receipt receipt) {}

    /** @param mined transactions of the owner; strangers' have only logs */
    record Block(BlockHeader header, SimState state, List<Mined> mined, List<LogEntry> logs) {
        BlockRef ref() {
            return header.ref();
        }
    }

    private final SplittableRandom dice;
    private final Faults faults;
    private final SimStrangers strangers;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Hash32, Block> byHash = new HashMap<>();
    private final Map<Hash32, Mined> mined = new HashMap<>();
    private final TreeMap<Long, SimTx> pool = new TreeMap<>();
    /** What only producers of blocks are shown. */
    private final TreeMap<Long, SimTx> hidden = new TreeMap<>();

    private final Set<Hash32> foreign = new HashSet<>();
    private boolean keyUsed;
    private boolean codeChanged;
    private Wei baseFee = Wei.of(5_000_000_000L);
    private int congested;
    private int spike;
    private long salt;

    SimChain(SplittableRandom dice, Faults faults, SimState genesis) {
        this.dice = dice;
        this.faults = faults;
        this.strangers = new SimStrangers(dice, faults);
        strangers.begin(genesis, GENESIS.getEpochSecond());
        add(new Block(header(Hash32.ZERO, 0, GENESIS), genesis, List.of(), List.of()));
    }

    Block head() {
        return blocks.getLast();
    }

    /** The canonical block so far below the head, or genesis. */
    Block behind(int depth) {
        return blocks.get(Math.max(0, blocks.size() - 1 - depth));
    }

    List<Block> blocks() {
        return blocks;
    }

    Optional<Block> block(Hash32 hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    Optional<Mined> mined(Hash32 tx) {
        return Optional.ofNullable(mined.get(tx));
    }

    boolean pending(Hash32 tx) {
        return pool.values().stream().anyMatch(waiting -> waiting.hash().equals(tx));
    }

    Map<Long, SimTx> pool() {
        return pool;
    }

    /** The time of one block passes, and whatever happens in it. */
    void tick() {
        if (faults.strikes(Fault.POOL_WIPED)) {
            pool.clear();
        }
        if (faults.strikes(Fault.FEE_SPIKE)) {
            spike = faults.upTo(10);
        }
        if (faults.strikes(Fault.CONGESTION)) {
            congested = faults.upTo(12);
        }
        keyUsed = faults.strikes(Fault.KEY_USED);
        codeChanged = faults.strikes(Fault.CODE_CHANGED);
        if (faults.strikes(Fault.REORG)) {
            replace(1);
        } else if (faults.strikes(Fault.DEEP_REORG)) {
            replace(1 + faults.upTo(5));
        } else if (faults.strikes(Fault.ROLLBACK)) {
            unwind(faults.upTo(3));
            return;
        }
        mine();
    }

    /** What geth's pool says, and does. */
    SendOutcome offer(SimTx tx) {
        SimState now = head().state();
        BigInteger cost = tx.maxFee().times(tx.gasLimit()).value().add(tx.value());
        SimTx rival = pool.get(tx.nonce());
        if (tx.nonce() < now.nonce()) {
            return new SendOutcome.Refused(
                    Reason.NONCE_TOO_LOW, "nonce too low: next nonce " + now.nonce() + ", tx nonce " + tx.nonce());
        }
        if (tx.gasLimit() < INTRINSIC) {
            return new SendOutcome.Refused(Reason.INTRINSIC_GAS, "intrinsic gas too low");
        }
        if (cost.compareTo(now.coins()) > 0) {
            return new SendOutcome.Refused(Reason.INSUFFICIENT_FUNDS, "insufficient funds for gas * price + value");
        }
        if (rival != null && !rival.equals(tx) && !tx.mayReplace(rival)) {
            return new SendOutcome.Refused(Reason.UNDERPRICED, "replacement transaction underpriced");
        }
        pool.put(tx.nonce(), tx);
        return new SendOutcome.Accepted(tx.hash());
    }

    /** What a relay takes: nobody else sees it. */
    SendOutcome hide(SimTx tx) {
        if (tx.nonce() >= head().state().nonce()) {
            hidden.put(tx.nonce(), tx);
        }
        return new SendOutcome.Accepted(tx.hash());
    }

    /** Signed with the owner's key by somebody else. */
    boolean isForeign(Hash32 tx) {
        return foreign.contains(tx);
    }

    void drop(SimTx tx) {
        pool.remove(tx.nonce());
    }

    private void replace(int depth) {
        unwind(depth);
        for (int i = 0; i < depth; i++) {
            mine();
        }
    }

    private void unwind(int depth) {
        for (int i = 0; i < depth && blocks.size() > 1; i++) {
            Block gone = blocks.removeLast();
            byHash.remove(gone.ref().hash());
            for (Mined own : gone.mined()) {
                mined.remove(own.receipt().txHash());
                if (dice.nextInt(3) > 0) {
                    pool.put(own.tx().nonce(), own.tx());
                }
            }
        }
    }

    void mine() {
        baseFee = nextBaseFee();
        SimState state = head().state().copy();
        Instant time = head().ref().timestamp().plus(BLOCK_TIME);
        BlockHeader header = header(head().ref().hash(), head().ref().number() + 1, time);
        SimBlockBuilder builder = new SimBlockBuilder(state, header);
        boolean first = dice.nextBoolean();
        if (first) {
            strangers.act(builder);
        }
        surprise(builder);
        congested = Math.max(0, congested - 1);
        if (congested == 0 && dice.nextInt(5) > 0) {
            include(builder);
        }
        if (!first) {
            strangers.act(builder);
        }
        Block block = builder.block();
        block.mined().forEach(own -> mined.put(own.receipt().txHash(), own));
        add(block);
        pool.headMap(block.state().nonce()).clear();
        hidden.headMap(block.state().nonce()).clear();
    }

    private void surprise(SimBlockBuilder builder) {
        if (codeChanged) {
            builder.state().replaceRouter();
        }
        if (keyUsed) {
            SimTx theirs = new SimTx(
                    builder.state().nonce(),
                    SimSetup.OWNER,
                    BigInteger.ZERO,
                    INTRINSIC,
                    baseFee.plus(baseFee),
                    Wei.of(1),
                    Bytes.EMPTY);
            if (payable(theirs, builder) != null) {
                foreign.add(theirs.hash());
                builder.include(theirs);
            }
        }
        codeChanged = false;
        keyUsed = false;
    }

    private void include(SimBlockBuilder builder) {
        for (SimTx next = next(builder); next != null; next = next(builder)) {
            builder.include(next);
        }
    }

    private @Nullable SimTx next(SimBlockBuilder builder) {
        SimTx open = payable(pool.get(builder.state().nonce()), builder);
        return open != null ? open : payable(hidden.get(builder.state().nonce()), builder);
    }

    private @Nullable SimTx payable(@Nullable SimTx next, SimBlockBuilder builder) {
        boolean pays = next != null
                && next.maxFee().compareTo(baseFee) >= 0
                && next.maxFee()
                                .times(next.gasLimit())
                                .value()
                                .compareTo(builder.state().coins())
                        <= 0;
        return pays ? next : null;
    }

    private Wei nextBaseFee() {
        if (spike > 0) {
            spike--;
            return Wei.of(500_000_000_000L);
        }
        return Wei.of(4_000_000_000L + dice.nextInt(2_000_000_000));
    }

    private BlockHeader header(Hash32 parent, long number, Instant time) {
        Hash32 hash = SimEvm.hash("block " + number + " " + salt++ + " " + parent);
        return new BlockHeader(new BlockRef(number, hash, parent, time), baseFee, GAS_LIMIT / 2, GAS_LIMIT);
    }

    private void add(Block block) {
        blocks.add(block);
        byHash.put(block.ref().hash(), block);
    }
}
