package io.ballast.act.execution;

import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A chain with a pool as go-ethereum keeps it: a replacement must raise both fees by 10 %, what is below the base fee stays
 * stuck, a later nonce waits for the earlier ones. One block for each wait. It signs, too, by writing transactions down.
 */
final class PoolModel implements ChainReader, ChainSubmitter, HeadFeed, Signer {
    static final Wei GWEI = Wei.of(1_000_000_000L);
    private static final int PATIENCE = 300;
    private static final Instant GENESIS = Instant.ofEpochSecond(1_700_000_000L);

    final List<UnsignedTransaction> sent = new ArrayList<>();
    final TreeMap<Long, SignedTransaction> pool = new TreeMap<>();
    final Deque<UnaryOperator<SendOutcome>> answers = new ArrayDeque<>();
    final Deque<Runnable> eachBlock = new ArrayDeque<>();
    Predicate<UnsignedTransaction> includes = tx -> true;
    Predicate<UnsignedTransaction> succeeds = tx -> true;
    Wei baseFee = GWEI;
    Duration blockTime = Duration.ofSeconds(12);
    boolean evicts;
    boolean dropsAll;
    int silent;
    /** Questions for a receipt that find none. */
    int lostReceipts;

    int headless;
    int refusals;
    int signatures;

    @Nullable
    RuntimeException noHeaders;

    @Nullable
    RuntimeException noUse;

    private final List<Block> blocks = new ArrayList<>();
    private final Map<Hash32, SignedTransaction> signed = new HashMap<>();
    private final Map<Long, NonceUse> elsewhere = new HashMap<>();
    private long nonceBefore;
    private int fork;
    private int waits;

    private record Block(BlockHeader header, List<SignedTransaction> transactions) {}

    PoolModel() {
        blocks.add(new Block(header(100, hash(99)), List.of()));
    }

    void startAtNonce(long nonce) {
        nonceBefore = nonce;
    }

    /** Somebody else signs with the same key. */
    void useKeyElsewhere() {
        long next = head().ref().number() + 1;
        elsewhere.put(minedNonce(address()), new NonceUse(hash(1_000_000 + next), next));
        pool.remove(minedNonce(address()));
        nonceBefore++;
    }

    /** The last blocks never were; as many empty ones take their place. What they held is forgotten, as anvil does. */
    void reorganise(int depth) {
        long height = head().ref().number();
        rollBack(depth);
        while (head().ref().number() < height) {
            blocks.add(new Block(nextHeader(), List.of()));
        }
    }

    void rollBack(int depth) {
        fork++;
        for (int i = 0; i < depth; i++) {
            blocks.removeLast();
        }
    }

    /** A transaction that came from elsewhere, as from a process that was killed. */
    void accept(SignedTransaction transaction) {
        pool.put(transaction.unsigned().nonce(), transaction);
    }

    void mine() {
        List<SignedTransaction> chosen = new ArrayList<>();
        long nonce = minedNonce(address());
        SignedTransaction next = pool.get(nonce);
        while (next != null && fits(next.unsigned())) {
            chosen.add(next);
            pool.remove(nonce++);
            next = pool.get(nonce);
        }
        blocks.add(new Block(nextHeader(), chosen));
        pool.values()
                .removeIf(tx -> dropsAll || (evicts && tx.unsigned().maxFee().compareTo(baseFee) < 0));
    }

    private boolean fits(UnsignedTransaction tx) {
        return includes.test(tx) && tx.maxFee().compareTo(baseFee) >= 0;
    }

    private BlockHeader nextHeader() {
        return header(head().ref().number() + 1, head().ref().hash());
    }

    private BlockHeader header(long number, Hash32 parent) {
        Instant time = blocks.isEmpty() ? GENESIS : head().ref().timestamp().plus(blockTime);
        return new BlockHeader(new BlockRef(number, hash(number), parent, time), baseFee, 15_000_000, 30_000_000);
    }

    private Hash32 hash(long number) {
        return new Hash32(String.format(Locale.ROOT, "0x%032x%032x", fork, number));
    }

    @Override
    public Optional<BlockHeader> awaitChange(BlockRef known, Duration timeout) {
        if (++waits > PATIENCE) {
            throw new AssertionError("it waits without end");
        }
        Runnable next = eachBlock.poll();
        if (next != null) {
            next.run();
        }
        if (headless > 0) {
            headless--;
            return Optional.empty();
        }
        mine();
        return Optional.of(head());
    }

    @Override
    public SendOutcome send(Bytes raw) {
        SignedTransaction transaction = signed(raw);
        sent.add(transaction.unsigned());
        SendOutcome honest = judge(transaction);
        UnaryOperator<SendOutcome> twist = answers.poll();
        return twist == null ? honest : twist.apply(honest);
    }

    private SendOutcome judge(SignedTransaction transaction) {
        UnsignedTransaction tx = transaction.unsigned();
        if (tx.nonce() < minedNonce(address())) {
            return new SendOutcome.Refused(SendOutcome.Reason.NONCE_TOO_LOW, "nonce too low");
        }
        SignedTransaction there = pool.get(tx.nonce());
        if (there != null && !there.equals(transaction) && !outbids(tx, there.unsigned())) {
            return new SendOutcome.Refused(
                    SendOutcome.Reason.REPLACEMENT_UNDERPRICED, "replacement transaction underpriced");
        }
        pool.put(tx.nonce(), transaction);
        return new SendOutcome.Accepted(transaction.hash());
    }

    /** Price bump of 10 % on both fees, as core/txpool/legacypool/list.go has it. */
    private static boolean outbids(UnsignedTransaction tx, UnsignedTransaction there) {
        return tx.maxFee().times(100).compareTo(there.maxFee().times(110)) >= 0
                && tx.maxTip().times(100).compareTo(there.maxTip().times(110)) >= 0
                && tx.maxFee().compareTo(there.maxFee()) > 0
                && tx.maxTip().compareTo(there.maxTip()) > 0;
    }

    @Override
    public Address address() {
        return Orders.OWNER;
    }

    @Override
    public SignedTransaction sign(UnsignedTransaction transaction) {
        // The first signature is a call's; what a test refuses is a later one, unless nothing else is to come.
        if (refusals > 0 && (signatures++ > 0 || refusals == 1)) {
            refusals--;
            throw new SigningException("the signer is away");
        }
        Bytes raw = Bytes.of(transaction.toString().getBytes(StandardCharsets.UTF_8));
        SignedTransaction result = new SignedTransaction(transaction, raw, hashOf(raw));
        signed.put(result.hash(), result);
        return result;
    }

    SignedTransaction signed(Bytes raw) {
        return known(hashOf(raw));
    }

    private SignedTransaction known(Hash32 hash) {
        return Objects.requireNonNull(signed.get(hash));
    }

    private static Hash32 hashOf(Bytes raw) {
        return Hash32.of(Keccak256.digest(raw.toArray()));
    }

    @Override
    public Optional<Receipt> receipt(Hash32 tx) {
        speak();
        if (lostReceipts > 0) {
            lostReceipts--;
            return Optional.empty();
        }
        return blocks.stream()
                .filter(block -> block.transactions().stream()
                        .anyMatch(held -> held.hash().equals(tx)))
                .map(block -> receipt(tx, block))
                .findFirst();
    }

    private Receipt receipt(Hash32 tx, Block block) {
        UnsignedTransaction what = known(tx).unsigned();
        boolean success = succeeds.test(what);
        BlockRef at = block.header().ref();
        return new Receipt(
                tx,
                success,
                at.number(),
                at.hash(),
                0,
                21_000,
                GWEI,
                Wei.ZERO,
                success && what.to().equals(Orders.ROUTER) ? Orders.fill(Orders.QUOTED.raw(), tx) : List.of());
    }

    @Override
    public boolean knows(Hash32 tx) {
        return receipt(tx).isPresent()
                || pool.values().stream().anyMatch(held -> held.hash().equals(tx));
    }

    @Override
    public long minedNonce(Address account) {
        return nonceBefore
                + blocks.stream()
                        .mapToLong(block -> block.transactions().size())
                        .sum();
    }

    @Override
    public long undisputedNonce(Address account) {
        return minedNonce(account);
    }

    /** The first transactions were somebody else's, and so is each by which {@link #useKeyElsewhere} moved the count. */
    @Override
    public Optional<NonceUse> usedBy(Address account, long nonce) {
        speak();
        if (noUse != null) {
            throw noUse;
        }
        if (nonce >= minedNonce(account)) {
            return Optional.empty();
        }
        return blocks.stream()
                .flatMap(block -> block.transactions().stream()
                        .filter(held -> held.unsigned().nonce() == nonce)
                        .map(held ->
                                new NonceUse(held.hash(), block.header().ref().number())))
                .findFirst()
                .or(() -> Optional.ofNullable(elsewhere.get(nonce)));
    }

    private void speak() {
        if (silent > 0) {
            silent--;
            throw new ChainException(ChainException.Kind.UNAVAILABLE, "no answer");
        }
    }

    @Override
    public BlockHeader head() {
        return blocks.getLast().header();
    }

    @Override
    public Optional<BlockHeader> header(Hash32 hash) {
        return blocks.stream()
                .map(Block::header)
                .filter(header -> header.ref().hash().equals(hash))
                .findFirst();
    }

    @Override
    public List<BlockHeader> headers(List<Long> numbers) {
        if (noHeaders != null) {
            throw noHeaders;
        }
        return numbers.stream()
                .map(number -> blocks.stream()
                        .map(Block::header)
                        .filter(header -> header.ref().number() == number)
                        .findFirst()
                        .orElseThrow(() -> new ChainException(ChainException.Kind.UNKNOWN_BLOCK, "no such block")))
                .toList();
    }

    @Override
    public long chainId() {
        return 31_337;
    }

    @Override
    public List<LogEntry> logs(LogQuery query) {
        return List.of();
    }

    @Override
    public List<LogEntry> logsAt(BlockRef block, List<Address> addresses, List<Hash32> topic0) {
        throw new AssertionError("no test asks this");
    }

    @Override
    public List<SimulatedResult> simulate(Hash32 at, List<SimulatedTx> transactions) {
        throw new AssertionError("no test asks this");
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
