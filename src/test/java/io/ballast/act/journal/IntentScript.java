package io.ballast.act.journal;

import io.ballast.act.risk.ProposedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** A made-up executor: a random but lawful course of intents, with its own account of what they did. */
final class IntentScript {
    private static final Token A = token(0xa, "AAA", 6);
    private static final Token B = token(0xb, "BBB", 18);
    private static final Wei PRICE = Wei.of(10);
    private static final long GAS = 100;

    private final Random random;
    private final RandomEvents events;
    private final Map<String, List<IntentSigned>> attempts = new LinkedHashMap<>();
    private final Map<String, IntentMined> mined = new LinkedHashMap<>();
    private BigInteger balanceA = new BigInteger("1000000000000");
    private BigInteger balanceB = new BigInteger("1000000000000");
    private BigInteger coins = new BigInteger("1000000000000");
    private OptionalLong highest = OptionalLong.empty();
    private long nonce = 5;
    private int made;

    IntentScript(long seed) {
        random = new Random(seed);
        events = new RandomEvents(seed);
    }

    SessionStarted session() {
        return new SessionStarted(
                "live", 31337, A.address(), "0.1", Hash32.ZERO, Map.of(), Optional.empty(), "", "", Hash32.ZERO);
    }

    List<JournalEvent> opening() {
        return List.of(session(), new BooksOpened(block(), balances(), new Wei(coins)));
    }

    LedgerState opened() {
        return LedgerState.EMPTY.after(session()).after(opening().getLast());
    }

    BlockRef block() {
        return new BlockRef(1, Hash32.ZERO, Hash32.ZERO, Instant.EPOCH);
    }

    /** One lawful event more. */
    JournalEvent step() {
        if (attempts.isEmpty() || random.nextInt(6) == 0) {
            return begin();
        }
        String id = attempts.keySet().stream()
                .skip(random.nextInt(attempts.size()))
                .findFirst()
                .orElseThrow();
        if (mined.containsKey(id)) {
            return random.nextInt(3) == 0 ? takeBack(id) : close(id);
        }
        if (attempts.get(id).isEmpty()) {
            return random.nextInt(5) == 0 ? close(id) : attempt(id);
        }
        return switch (random.nextInt(4)) {
            case 0 -> attempt(id);
            case 1 -> new IntentBroadcast(id, attempts.get(id).getLast().txHash(), "accepted");
            case 2 -> include(id);
            default -> events.decision(1, 1);
        };
    }

    Books books() {
        return new Books(balances(), new Wei(coins));
    }

    List<String> openIds() {
        return List.copyOf(attempts.keySet());
    }

    List<IntentSigned> attempts(String id) {
        return attempts.get(id);
    }

    Optional<IntentMined> mined(String id) {
        return Optional.ofNullable(mined.get(id));
    }

    OptionalLong highestNonce() {
        return highest;
    }

    IntentPlanned plan(String id) {
        TokenAmount quote = amount(B, 9);
        return new IntentPlanned(
                id,
                "d1",
                0,
                ProposedTransaction.Kind.SWAP,
                amount(A, 10),
                B,
                quote,
                quote,
                A.address(),
                A.address(),
                Bytes.EMPTY,
                Instant.EPOCH,
                List.of(),
                "A→B",
                block());
    }

    IntentSigned sign(String id, long atNonce, int hash) {
        return new IntentSigned(
                id, atNonce, hash(hash), Bytes.of((byte) hash), 21_000, PRICE, PRICE, Instant.EPOCH, false);
    }

    IntentMined mine(String id, int hash, long amountIn) {
        return new IntentMined(
                id,
                hash(hash),
                2,
                Hash32.ZERO,
                0,
                true,
                GAS,
                PRICE,
                Wei.ZERO,
                amount(A, amountIn),
                amount(B, 4),
                List.of());
    }

    private JournalEvent begin() {
        String id = "i" + ++made;
        attempts.put(id, new ArrayList<>());
        return plan(id);
    }

    private JournalEvent attempt(String id) {
        List<IntentSigned> earlier = attempts.get(id);
        long use = earlier.isEmpty() ? nonce++ : earlier.getFirst().nonce();
        IntentSigned signed = new IntentSigned(
                id, use, events.hash(), events.bytes(), 21_000, PRICE, PRICE, Instant.EPOCH, random.nextBoolean());
        earlier.add(signed);
        highest = OptionalLong.of(Math.max(use, highest.orElse(0)));
        return signed;
    }

    private JournalEvent include(String id) {
        List<IntentSigned> candidates = attempts.get(id);
        Hash32 hash = candidates.get(random.nextInt(candidates.size())).txHash();
        boolean good = random.nextBoolean();
        TokenAmount in = amount(A, good ? random.nextInt(1000) : 0);
        TokenAmount out = amount(B, good ? random.nextInt(1000) : 0);
        IntentMined result = new IntentMined(
                id, hash, 2, Hash32.ZERO, 0, good, GAS, PRICE, Wei.ZERO, in, out, List.of(events.hash()));
        mined.put(id, result);
        book(result, 1);
        return result;
    }

    private JournalEvent takeBack(String id) {
        IntentMined result = mined.remove(id);
        book(result, -1);
        return new IntentUnmined(id, result.txHash(), result.blockHash());
    }

    private JournalEvent close(String id) {
        IntentMined result = mined.remove(id);
        attempts.remove(id);
        IntentClosed.Status status = result == null
                ? IntentClosed.Status.DROPPED
                : result.succeeded() ? IntentClosed.Status.FILLED : IntentClosed.Status.REVERTED;
        return new IntentClosed(id, status, "");
    }

    private void book(IntentMined result, long sign) {
        BigInteger factor = BigInteger.valueOf(sign);
        balanceA = balanceA.subtract(result.amountIn().raw().multiply(factor));
        balanceB = balanceB.add(result.amountOut().raw().multiply(factor));
        coins = coins.subtract(BigInteger.valueOf(sign * GAS * 10));
    }

    private List<TokenAmount> balances() {
        return List.of(new TokenAmount(A, balanceA), new TokenAmount(B, balanceB));
    }

    private static TokenAmount amount(Token token, long raw) {
        return new TokenAmount(token, BigInteger.valueOf(raw));
    }

    private static Hash32 hash(int number) {
        return new Hash32(String.format("0x%064x", number));
    }

    private static Token token(int number, String symbol, int decimals) {
        return new Token(new Address(String.format("0x%040x", number)), symbol, decimals);
    }
}
