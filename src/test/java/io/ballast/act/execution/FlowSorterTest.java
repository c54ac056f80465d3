package io.ballast.act.execution;

import static io.ballast.act.execution.Orders.OWNER;
import static io.ballast.act.execution.Orders.POOL;
import static io.ballast.act.execution.Orders.USDC;
import static io.ballast.act.execution.Orders.WETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.Flow;
import io.ballast.act.journal.Flow.Kind;
import io.ballast.act.journal.OwnMove;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.web3j.Event;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowSorterTest {
    private static final Address SAVINGS = new Address("0x" + "5a".repeat(20));
    private static final Address STRANGER = new Address("0x" + "66".repeat(20));
    private static final Hash32 TX = hash(1);
    private static final long USDC_HELD = 1_000_000_000L;
    private static final long WETH_HELD = 5_000_000_000L;
    private static final long COINS_HELD = 9_000_000_000L;
    private static final FlowRules RULES = new FlowRules(Set.of(SAVINGS), true);

    @Test
    void keepsOneWeiOfDustApart() {
        FlowsFound found = sort(1, 0, 0, List.of(transfer(USDC, STRANGER, OWNER, 1)));
        assertThat(found.outflows()).isEmpty();
        assertThat(found.flows()).extracting(Flow::kind).containsExactly(Kind.QUARANTINED);
        assertThat(found.flows().getFirst().counterparty()).contains(STRANGER);
        assertBalanced(found, 1, 0, 0);
    }

    @Test
    void takesWhatAKnownAccountSendsForADeposit() {
        FlowsFound found = sort(500, 0, 0, List.of(transfer(USDC, SAVINGS, OWNER, 500)));
        assertThat(found.flows()).extracting(Flow::kind).containsExactly(Kind.DEPOSIT);
    }

    @Test
    void takesEverythingForADepositWhereThatIsTheRule() {
        List<LogEntry> logs = List.of(transfer(USDC, STRANGER, OWNER, 500));
        FlowsFound found = new FlowSorter(OWNER, WETH, new FlowRules(Set.of(), false), List.of())
                .sort(books(), chain(500, 0, 70), logs, Map.of());
        assertThat(found.flows()).extracting(Flow::kind).containsExactly(Kind.DEPOSIT, Kind.DEPOSIT);
    }

    @Test
    void findsAnOutflowThatAnInflowOfTheSameSizeHides() {
        FlowsFound found =
                sort(0, 0, 0, List.of(transfer(USDC, STRANGER, OWNER, 77), transfer(USDC, OWNER, STRANGER, 77)));
        assertThat(found.outflows()).hasSize(1);
        assertThat(found.outflows().getFirst().counterparty()).contains(STRANGER);
    }

    @Test
    void knowsAWrapByHandAndItsGas() {
        FlowsFound found = sort(0, 400, -430, List.of(wrap(Event.WRAP, 400)), Map.of(TX, Wei.of(30)), List.of());
        assertThat(found.outflows()).isEmpty();
        assertThat(found.flows()).extracting(Flow::kind).containsExactly(Kind.WRAP, Kind.GAS);
        assertBalanced(found, 0, 400, -430);
    }

    @Test
    void knowsAnUnwrapByHandAndItsGas() {
        FlowsFound found = sort(0, -400, 370, List.of(wrap(Event.UNWRAP, 400)), Map.of(TX, Wei.of(30)), List.of());
        assertThat(found.outflows()).isEmpty();
        assertThat(found.flows()).extracting(Flow::kind).containsExactly(Kind.UNWRAP, Kind.GAS);
        assertBalanced(found, 0, -400, 370);
    }

    @Test
    void countsAWrapOnceThatIsToldTwice() {
        List<LogEntry> logs = List.of(transfer(WETH, Address.ZERO, OWNER, 400), wrap(Event.WRAP, 400));
        FlowsFound found = sort(0, 400, -400, logs);
        assertThat(found.flows()).extracting(Flow::kind).containsExactly(Kind.WRAP);
    }

    @Test
    void knowsAWrapperThatOnlyMints() {
        FlowsFound found = sort(
                0, 400, -430, List.of(transfer(WETH, Address.ZERO, OWNER, 400)), Map.of(TX, Wei.of(30)), List.of());
        assertThat(found.flows()).extracting(Flow::kind).containsExactly(Kind.WRAP, Kind.GAS);
        assertThat(found.outflows()).isEmpty();
    }

    @Test
    void knowsAnUnwrapperThatOnlyBurns() {
        List<LogEntry> burn = List.of(transfer(WETH, OWNER, Address.ZERO, 400));
        FlowsFound found = sort(0, -400, 370, burn, Map.of(TX, Wei.of(30)), List.of());
        assertThat(found.flows()).extracting(Flow::kind).containsExactly(Kind.UNWRAP, Kind.GAS);
        assertThat(found.outflows()).isEmpty();
        assertBalanced(found, 0, -400, 370);
    }

    @Test
    void callsABurnWithoutItsCoinsAnOutflow() {
        List<LogEntry> burn = List.of(transfer(WETH, OWNER, Address.ZERO, 400));
        FlowsFound found = sort(0, -400, 369, burn, Map.of(TX, Wei.of(30)), List.of());
        assertThat(found.outflows()).extracting(Flow::kind).containsExactly(Kind.WRITTEN_OFF);
    }

    @Test
    void tellsAStrangersTransferFromTheTradeBesideIt() {
        LogEntry strange = Orders.transfer(USDC, STRANGER, OWNER, BigInteger.valueOf(7), hash(2), 0);
        List<LogEntry> logs =
                List.of(transfer(USDC, OWNER, Orders.POOL, 1_000), transfer(WETH, Orders.POOL, OWNER, 300), strange);
        FlowsFound found = sort(7, 0, 0, logs, Map.of(), List.of(trade(1_000, 300)));
        assertThat(found.flows()).singleElement().satisfies(flow -> {
            assertThat(flow.kind()).isEqualTo(Kind.QUARANTINED);
            assertThat(flow.amount()).isEqualTo(BigInteger.valueOf(7));
            assertThat(flow.tx()).contains(hash(2));
        });
        assertThat(found.outflows()).isEmpty();
    }

    @Test
    void keepsApartWhatAStrangerWrapsForUs() {
        FlowsFound found =
                sort(0, 400, 0, List.of(transfer(WETH, Address.ZERO, OWNER, 400)), Map.of(TX, Wei.of(30)), List.of());
        assertThat(found.flows()).extracting(Flow::kind).containsExactly(Kind.QUARANTINED);
    }

    @Test
    void callsCoinsThatLeftWithoutALogAnOutflow() {
        FlowsFound found = sort(0, 0, -1, List.of());
        assertThat(found.flows()).isEmpty();
        assertThat(found.outflows()).extracting(Flow::coins).containsExactly(BigInteger.valueOf(-1));
    }

    @Test
    void keepsCoinsApartThatCame() {
        FlowsFound found = sort(0, 0, 12, List.of());
        assertThat(found.flows()).extracting(Flow::kind).containsExactly(Kind.QUARANTINED);
        assertBalanced(found, 0, 0, 12);
    }

    @Test
    void callsAChangeWithoutALogAnAdjustment() {
        assertThat(sort(-7, 0, 0, List.of()).flows()).extracting(Flow::kind).containsExactly(Kind.ADJUSTMENT);
        assertThat(sort(9, 0, 0, List.of(transfer(USDC, STRANGER, OWNER, 2))).flows())
                .extracting(Flow::kind)
                .containsExactly(Kind.QUARANTINED, Kind.ADJUSTMENT);
    }

    @Test
    void leavesTransfersOfNothingInOurNameAside() {
        FlowsFound found = sort(0, 0, 0, List.of(transfer(USDC, OWNER, STRANGER, 0)));
        assertThat(found.flows()).isEmpty();
        assertThat(found.outflows()).isEmpty();
    }

    @Test
    void knowsItsOwnTradeAndWhatStrangersPutIntoIt() {
        List<LogEntry> logs = List.of(
                transfer(USDC, OWNER, POOL, 100), transfer(WETH, POOL, OWNER, 40), transfer(USDC, STRANGER, OWNER, 3));
        FlowsFound found = sort(3, 0, 0, logs, Map.of(), List.of(trade(100, 40)));
        assertThat(found.flows()).extracting(Flow::kind).containsExactly(Kind.QUARANTINED);
        assertThat(found.flows().getFirst().amount()).isEqualTo(3);
        assertThat(found.outflows()).isEmpty();
    }

    @Test
    void findsWhatOurOwnTradeTookBeyondItsBooking() {
        List<LogEntry> logs = List.of(
                transfer(USDC, OWNER, POOL, 100), transfer(WETH, POOL, OWNER, 40), transfer(USDC, OWNER, STRANGER, 3));
        FlowsFound found = sort(-3, 0, 0, logs, Map.of(), List.of(trade(100, 40)));
        assertThat(found.outflows()).extracting(Flow::amount).containsExactly(BigInteger.valueOf(-3));
    }

    @Test
    void explainsEveryWeiOfAnyMixture() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            List<LogEntry> logs = new ArrayList<>();
            long usdc = 0;
            long weth = 0;
            long coins = random.nextInt(3) - 1L;
            for (int i = 0; i < random.nextInt(6); i++) {
                long raw = random.nextInt(50);
                switch (random.nextInt(4)) {
                    case 0 -> usdc += logged(logs, transfer(USDC, STRANGER, OWNER, raw), raw);
                    case 1 -> usdc += logged(logs, transfer(USDC, OWNER, STRANGER, raw), -raw);
                    case 2 -> coins -= logged(logs, wrap(Event.WRAP, raw), raw);
                    default -> weth += logged(logs, transfer(WETH, SAVINGS, OWNER, raw), raw);
                }
            }
            weth += logs.stream()
                    .filter(log -> log.topics().getFirst().equals(Event.WRAP.topic()))
                    .mapToLong(log -> new BigInteger(1, log.data().toArray()).longValue())
                    .sum();
            usdc += random.nextInt(3) - 1;
            assertBalanced(sort(usdc, weth, coins, logs), usdc, weth, coins);
        }
    }

    private static long logged(List<LogEntry> logs, LogEntry log, long moved) {
        logs.add(log);
        return moved;
    }

    private static void assertBalanced(FlowsFound found, long usdc, long weth, long coins) {
        List<Flow> all = new ArrayList<>(found.flows());
        all.addAll(found.outflows());
        assertThat(sum(all, USDC)).as("USDC").isEqualTo(usdc);
        assertThat(sum(all, WETH)).as("WETH").isEqualTo(weth);
        assertThat(all.stream()
                        .map(Flow::coins)
                        .mapToLong(BigInteger::longValueExact)
                        .sum())
                .as("coins")
                .isEqualTo(coins);
    }

    private static long sum(List<Flow> flows, Token token) {
        return flows.stream()
                .filter(flow -> flow.token().equals(token))
                .map(Flow::amount)
                .mapToLong(BigInteger::longValueExact)
                .sum();
    }

    private static FlowsFound sort(long usdc, long weth, long coins, List<LogEntry> logs) {
        return sort(usdc, weth, coins, logs, Map.of(), List.of());
    }

    private static FlowsFound sort(
            long usdc, long weth, long coins, List<LogEntry> logs, Map<Hash32, Wei> fees, List<OwnMove> moves) {
        return new FlowSorter(OWNER, WETH, RULES, moves).sort(books(), chain(usdc, weth, coins), logs, fees);
    }

    private static Books books() {
        return new Books(List.of(amount(USDC, USDC_HELD), amount(WETH, WETH_HELD)), Wei.of(COINS_HELD));
    }

    private static ChainBalances chain(long usdc, long weth, long coins) {
        return new ChainBalances(
                FakeChain.block(101),
                List.of(amount(USDC, USDC_HELD + usdc), amount(WETH, WETH_HELD + weth)),
                Wei.of(COINS_HELD + coins),
                List.of());
    }

    private static OwnMove trade(long in, long out) {
        return new OwnMove(ProposedTransaction.Kind.SWAP, TX, 101, amount(USDC, in), amount(WETH, out));
    }

    private static TokenAmount amount(Token token, long raw) {
        return new TokenAmount(token, BigInteger.valueOf(raw));
    }

    private static LogEntry transfer(Token token, Address from, Address to, long raw) {
        return Orders.transfer(token, from, to, BigInteger.valueOf(raw), TX, 0);
    }

    private static LogEntry wrap(Event event, long raw) {
        return new LogEntry(
                WETH.address(),
                List.of(event.topic(), Event.topic(OWNER)),
                Bytes.parse(String.format("0x%064x", raw)),
                101,
                FakeChain.block(101).hash(),
                TX,
                1);
    }

    private static Hash32 hash(int number) {
        return new Hash32(String.format("0x%064x", number));
    }
}
