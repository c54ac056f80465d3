package io.ballast.sense.chain.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainException.Kind;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.chain.SendOutcome;
import io.ballast.sense.chain.SendOutcome.Reason;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.chain.SimulatedTx;
import io.ballast.sense.chain.anvil.Anvil;
import io.ballast.sense.chain.anvil.AnvilAtHand;
import io.ballast.sense.chain.anvil.AnvilOptions;
import io.ballast.sense.chain.anvil.AnvilRpc;
import io.ballast.sense.chain.anvil.Mining;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;

class Web3jChainIT {
    private static final long CHAIN = 31337;
    private static final long GWEI = 1_000_000_000;
    private static final Credentials KEY = Credentials.create("0x" + "0".repeat(62) + "11");
    private static final Address SENDER = Address.parse(KEY.getAddress());
    private static Anvil anvil;
    private static AnvilRpc control;
    private static Web3jChain chain;
    private String snapshot;

    @BeforeAll
    static void start() {
        anvil = AnvilAtHand.start(AnvilOptions.DEFAULT
                .withMining(new Mining.Manual())
                .withGenesis(Instant.parse("2026-01-01T00:00:00Z")));
        control = anvil.rpc();
        chain = new Web3jChain(List.of(anvil.rpcUrl().toString()), CHAIN);
        control.setCode(Contracts.RETURNS_BLOCK, Contracts.RETURNS_BLOCK_CODE);
        control.setCode(Contracts.REVERTS, Contracts.REVERTS_CODE);
        control.setCode(Contracts.LOGS, Contracts.LOGS_CODE);
        control.setCode(Contracts.INVALID, Contracts.INVALID_CODE);
        control.setBalance(SENDER, Wei.ofCoins(java.math.BigDecimal.TEN));
        control.mine(10, Duration.ofSeconds(12));
    }

    @AfterAll
    static void stop() {
        if (anvil != null) {
            anvil.close();
        }
    }

    @BeforeEach
    void remember() {
        snapshot = control.snapshot();
        // anvil's snapshots do not hold the base fee that was set for the next block.
        control.setNextBlockBaseFee(Wei.of(GWEI));
        control.mine();
    }

    @AfterEach
    void restore() {
        control.call("anvil_dropAllTransactions");
        control.revert(snapshot);
    }

    private static Bytes signed(long nonce, Address to, long gas, long tip, long maxFee) {
        RawTransaction tx = RawTransaction.createTransaction(
                CHAIN,
                BigInteger.valueOf(nonce),
                BigInteger.valueOf(gas),
                to.hex(),
                BigInteger.ZERO,
                "0x",
                BigInteger.valueOf(tip),
                BigInteger.valueOf(maxFee));
        return Bytes.of(TransactionEncoder.signMessage(tx, KEY));
    }

    private static Hash32 sent(Bytes raw) {
        assertThat(chain.send(raw)).isInstanceOf(SendOutcome.Accepted.class);
        return ((SendOutcome.Accepted) chain.send(raw)).hash();
    }

    private static Bytes word(long value) {
        return Bytes.parse("0x%064x".formatted(value));
    }

    @Test
    void readsHeadersByNumberAndHashAndTheNextBaseFee() {
        BlockHeader head = chain.head();
        List<BlockHeader> both =
                chain.headers(List.of(head.ref().number(), head.ref().number() - 1));
        assertThat(both.getFirst()).isEqualTo(head);
        assertThat(both.getLast().ref().hash()).isEqualTo(head.ref().parent());
        assertThat(chain.header(head.ref().hash())).contains(head);
        assertThat(chain.header(Samples.BLOCK)).isEmpty();
        control.mine();
        assertThat(chain.head().baseFee()).isEqualTo(head.nextBaseFee());
        assertThat(chain.chainId()).isEqualTo(CHAIN);
        assertKind(Kind.UNKNOWN_BLOCK, () -> chain.headers(List.of(0L, 99_999L)));
    }

    @Test
    void readsStateAtTheBlockItNamesNotAtTheHead() {
        BlockHeader before = chain.head();
        control.mine();
        // anvil changes the state of the newest block in place.
        control.setBalance(Contracts.REVERTS, Wei.of(5));
        control.setCode(Samples.POOL, Bytes.parse("0x00"));
        control.mine(3, Duration.ofSeconds(12));
        BlockHeader after = chain.head();
        assertThat(chain.balance(before.ref().hash(), Contracts.REVERTS)).isEqualTo(Wei.ZERO);
        assertThat(chain.balance(after.ref().hash(), Contracts.REVERTS)).isEqualTo(Wei.of(5));
        assertThat(chain.code(before.ref().hash(), Samples.POOL)).isEqualTo(Bytes.EMPTY);
        assertThat(chain.code(after.ref().hash(), Samples.POOL)).isEqualTo(Bytes.parse("0x00"));
        EthCall number = EthCall.to(Contracts.RETURNS_BLOCK, Bytes.EMPTY);
        assertThat(chain.call(before.ref().hash(), List.of(number)))
                .containsExactly(new CallResult.Returned(word(before.ref().number())));
    }

    @Test
    void callsManyAtOnceSomeRevertingSomeWithBorrowedCode() {
        Hash32 at = chain.head().ref().hash();
        EthCall borrowed =
                new EthCall(SENDER, Samples.POOL, Bytes.EMPTY, Map.of(Samples.POOL, Contracts.RETURNS_BLOCK_CODE));
        List<CallResult> results = chain.call(
                at,
                List.of(EthCall.to(Contracts.REVERTS, Bytes.EMPTY), borrowed, EthCall.to(Samples.POOL, Bytes.EMPTY)));
        assertThat(results.get(0))
                .isInstanceOfSatisfying(
                        CallResult.Reverted.class,
                        reverted -> assertThat(reverted.data()).isEqualTo(Bytes.parse("0xdead")));
        assertThat(results.get(1))
                .isEqualTo(new CallResult.Returned(word(chain.head().ref().number())));
        assertThat(results.get(2)).isEqualTo(new CallResult.Returned(Bytes.EMPTY));
        assertKind(Kind.REFUSED, () -> chain.call(at, List.of(EthCall.to(Contracts.INVALID, Bytes.EMPTY))));
    }

    @Test
    void knowsNoStateOfABlockThatWasReorganisedAway() {
        control.mine(4, Duration.ofSeconds(12));
        BlockHeader lost = chain.head();
        control.reorg(2);
        Hash32 hash = lost.ref().hash();
        assertThat(chain.header(hash)).isEmpty();
        assertThat(chain.head().ref().hash()).isNotEqualTo(hash);
        assertKind(Kind.UNKNOWN_BLOCK, () -> chain.balance(hash, SENDER));
        assertKind(Kind.UNKNOWN_BLOCK, () -> chain.code(hash, SENDER));
        assertKind(
                Kind.UNKNOWN_BLOCK, () -> chain.call(hash, List.of(EthCall.to(Contracts.RETURNS_BLOCK, Bytes.EMPTY))));
        assertKind(Kind.UNKNOWN_BLOCK, () -> chain.simulate(hash, List.of(tx(Contracts.LOGS))));
    }

    private static SimulatedTx tx(Address to) {
        return new SimulatedTx(SENDER, to, Bytes.EMPTY, 100_000);
    }

    @Test
    void simulatesTransactionsOneAfterAnother() {
        Hash32 at = chain.head().ref().hash();
        List<SimulatedResult> results =
                chain.simulate(at, List.of(tx(Contracts.LOGS), tx(Contracts.REVERTS), tx(Contracts.INVALID)));
        assertThat(results).extracting(SimulatedResult::succeeded).containsExactly(true, false, false);
        LogEntry log = results.getFirst().logs().getFirst();
        assertThat(log.address()).isEqualTo(Contracts.LOGS);
        assertThat(log.data()).isEqualTo(word(42));
        assertThat(results.get(1).returnData()).isEqualTo(Bytes.parse("0xdead"));
        assertThat(results.getFirst().gasUsed()).isBetween(21_000L, 30_000L);
        assertThat(chain.minedNonce(SENDER)).isZero();
    }

    @Test
    void followsATransactionFromThePoolToItsReceiptAndEvents() {
        Bytes raw = signed(0, Contracts.LOGS, 100_000, GWEI, 10 * GWEI);
        Hash32 hash = sent(raw);
        assertThat(chain.knows(hash)).isTrue();
        assertThat(chain.receipt(hash)).isEmpty();
        control.mine();
        Receipt receipt = chain.receipt(hash).orElseThrow();
        BlockHeader head = chain.head();
        assertThat(receipt.succeeded()).isTrue();
        assertThat(receipt.blockHash()).isEqualTo(head.ref().hash());
        assertThat(receipt.effectiveGasPrice()).isEqualTo(head.baseFee().plus(Wei.of(GWEI)));
        assertThat(chain.minedNonce(SENDER)).isEqualTo(1);
        LogQuery query = new LogQuery(0, head.ref().number(), List.of(Contracts.LOGS), List.of(topic(7)));
        assertThat(chain.logs(query)).isEqualTo(receipt.logs()).hasSize(1);
        assertThat(chain.logs(new LogQuery(0, head.ref().number(), List.of(), List.of(topic(8)))))
                .isEmpty();
        assertKind(Kind.UNKNOWN_BLOCK, () -> chain.logs(new LogQuery(0, 99_999, List.of(), List.of())));
    }

    private static Hash32 topic(long value) {
        return new Hash32(word(value).hex());
    }

    @Test
    void saysThatARevertedTransactionFailed() {
        Hash32 hash = sent(signed(0, Contracts.REVERTS, 100_000, GWEI, 10 * GWEI));
        control.mine();
        assertThat(chain.receipt(hash))
                .hasValueSatisfying(receipt -> assertThat(receipt.succeeded()).isFalse());
    }

    @Test
    void forgetsATransactionThatAReorgDropped() {
        Hash32 hash = sent(signed(0, Contracts.LOGS, 100_000, GWEI, 10 * GWEI));
        control.mine();
        control.mine();
        control.reorg(2);
        assertThat(chain.receipt(hash)).isEmpty();
        assertThat(chain.knows(hash)).isFalse();
        assertThat(chain.minedNonce(SENDER)).isZero();
    }

    @Test
    void tellsTheRefusalsOfANodeApart() {
        Bytes raw = signed(0, Contracts.LOGS, 100_000, 2 * GWEI, 10 * GWEI);
        sent(raw);
        assertRefused(Reason.REPLACEMENT_UNDERPRICED, signed(0, Contracts.LOGS, 90_000, GWEI, 10 * GWEI));
        control.mine();
        assertRefused(Reason.NONCE_TOO_LOW, signed(0, Contracts.LOGS, 90_000, 3 * GWEI, 20 * GWEI));
        assertRefused(Reason.INSUFFICIENT_FUNDS, signed(1, Contracts.LOGS, 100_000, GWEI, 1_000_000 * GWEI));
        assertRefused(Reason.INTRINSIC_GAS, signed(1, Contracts.LOGS, 20_000, GWEI, 10 * GWEI));
        control.setNextBlockBaseFee(Wei.of(50 * GWEI));
        control.mine();
        assertRefused(Reason.FEE_BELOW_BASE, signed(1, Contracts.LOGS, 100_000, GWEI, 2 * GWEI));
        assertThat(chain.send(Bytes.parse("0x02f8"))).isInstanceOf(SendOutcome.Unknown.class);
    }

    private static void assertRefused(Reason reason, Bytes raw) {
        assertThat(chain.send(raw))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void refusesAnAnvilOfAnotherChain() {
        Web3jChain other = new Web3jChain(List.of(anvil.rpcUrl().toString()), 1);
        assertThatThrownBy(other::head).hasMessageContaining("serves chain 31337, expected 1");
    }

    @Test
    void announcesABlockSoonAfterItIsMined() throws Exception {
        PollingHeadFeed feed = new PollingHeadFeed(chain, Duration.ofMillis(20), PollTimer.ofSystem());
        BlockHeader known = chain.head();
        CompletableFuture<java.util.Optional<BlockHeader>> announced =
                CompletableFuture.supplyAsync(() -> feed.awaitChange(known.ref(), Duration.ofSeconds(20)));
        control.mine();
        assertThat(announced.get())
                .hasValueSatisfying(head ->
                        assertThat(head.ref().parent()).isEqualTo(known.ref().hash()));
        assertThat(feed.awaitChange(chain.head().ref(), Duration.ofMillis(50))).isEmpty();
    }

    private static void assertKind(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ChainException.class,
                        e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
    }
}
