package io.ballast.lab.demo;

import static io.ballast.lab.demo.HandMade.DEPOSITS;
import static io.ballast.lab.demo.HandMade.SAVINGS;
import static io.ballast.lab.demo.HandMade.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.execution.KillSwitch;
import io.ballast.act.journal.Flow;
import io.ballast.act.journal.FlowsBooked;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.Reconciled;
import io.ballast.act.journal.SessionStarted;
import io.ballast.act.journal.json.MemoryJournal;
import io.ballast.act.risk.ProposedTransaction.Kind;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.AgentService;
import io.ballast.agent.CloseAllTask;
import io.ballast.agent.CommandException;
import io.ballast.agent.CommandResult;
import io.ballast.agent.CommandSession;
import io.ballast.agent.ReconcileTask;
import io.ballast.agent.RepairTask;
import io.ballast.agent.WithdrawTask;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.anvil.AnvilRpc;
import io.ballast.sense.dex.web3j.Erc20;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others do to the account, and what a person does with it, on a real chain. */
class BooksIT {
    private static final Wei NO_COINS = Wei.ZERO;
    private static final Bytes DEPOSIT = Bytes.parse("0xd0e30db0");

    private static Devnet devnet;

    @TempDir
    private Path home;

    @BeforeAll
    static void start() {
        devnet = DevnetAtHand.lockStep(21);
        for (Address account : List.of(DEPOSITS, STRANGER)) {
            devnet.fund(
                    account,
                    List.of(TokenAmount.of(devnet.addresses().token(DevAsset.USDC), new BigDecimal("100000"))),
                    Wei.ofCoins(BigDecimal.TEN));
        }
        devnet.lockStep().warmUp(1, Duration.ofHours(1), 2);
    }

    @AfterAll
    static void stop() {
        if (devnet != null) {
            devnet.close();
        }
    }

    @Test
    void oneWeiOfDustIsKeptApartAndHaltsNothing() {
        HandMade hand = new HandMade(devnet, home, "1");
        try (AgentService agent = hand.agent()) {
            TokenAmount dust = new TokenAmount(hand.token(DevAsset.USDC), BigInteger.ONE);
            hand.send(STRANGER, dust.token().address(), NO_COINS, Erc20.transfer(hand.account, dust));
            hand.send(STRANGER, hand.account, Wei.of(1), Bytes.EMPTY);
            agent.cycle();
        }
        assertThat(hand.risk().trading()).isEqualTo(TradingState.ACTIVE);
        assertThat(hand.books().apart(hand.token(DevAsset.USDC)).raw()).isEqualTo(1);
        assertThat(hand.books().coinsApart()).isEqualTo(Wei.of(1));
        assertThat(hand.books().balance(hand.token(DevAsset.USDC))).isEqualTo(hand.usdc("30000"));
        assertThat(hand.state().custody().units().units()).isEqualByComparingTo("1");
        assertThat(lastReconciled(hand).equal()).isTrue();
        try (CommandSession session = hand.command("reconcile")) {
            assertThat(new ReconcileTask(session, true).run().complete()).isTrue();
        }
    }

    @Test
    void aDepositIsNoGainAndIsTraded() {
        HandMade hand = new HandMade(devnet, home, "1");
        try (AgentService agent = hand.agent()) {
            agent.cycle();
            hand.send(
                    DEPOSITS,
                    hand.token(DevAsset.USDC).address(),
                    NO_COINS,
                    Erc20.transfer(hand.account, hand.usdc("10000")));
            agent.cycle();
            agent.cycle();
        }
        assertThat(kinds(hand)).containsExactly(Flow.Kind.DEPOSIT);
        assertThat(hand.books().balance(hand.token(DevAsset.USDC))).isEqualTo(hand.usdc("40000"));
        assertThat(hand.state().custody().units().units())
                .isGreaterThan(new BigDecimal("1.2"))
                .isLessThan(new BigDecimal("1.4"));
        BigDecimal mark = hand.risk().highWaterMark().value();
        BigDecimal first = hand.state().custody().units().last().value();
        assertThat(mark).as("the value of one unit").isLessThan(first.multiply(new BigDecimal("1.05")));
    }

    @Test
    void whatLeavesBehindTheAgentsBackHaltsUntilAPersonAcceptsIt() {
        HandMade hand = new HandMade(devnet, home, "1");
        try (AgentService agent = hand.agent()) {
            hand.send(
                    hand.account,
                    hand.token(DevAsset.USDC).address(),
                    NO_COINS,
                    Erc20.transfer(STRANGER, hand.usdc("77")));
            agent.cycle();
            assertThat(hand.risk().trading()).isEqualTo(TradingState.HALTED);
            assertThat(hand.risk().reason()).contains("77 USDC").contains(STRANGER.toString());
            agent.cycle();
        }
        assertThat(hand.events(FlowsBooked.class)).isEmpty();
        assertThat(hand.books().balance(hand.token(DevAsset.USDC))).isEqualTo(hand.usdc("30000"));
        try (CommandSession session = hand.command("withdraw")) {
            assertThatThrownBy(() -> new WithdrawTask(session, "1", "USDC"))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("repair");
        }
        try (CommandSession session = hand.command("repair")) {
            RepairTask repair = new RepairTask(session, true);
            assertThat(repair.preview()).anyMatch(line -> line.startsWith("NOT explained"));
            assertThat(repair.run().complete()).isTrue();
        }
        assertThat(hand.risk().trading()).isEqualTo(TradingState.HALTED);
        assertThat(hand.books().balance(hand.token(DevAsset.USDC))).isEqualTo(hand.usdc("29923"));
        assertThat(kinds(hand)).containsOnly(Flow.Kind.TAKEN_OUT);
        assertThat(lastReconciled(hand).equal()).isTrue();
    }

    @Test
    void wrapsByHandAreBookedWithTheirGas() {
        HandMade hand = new HandMade(devnet, home, "2");
        Address weth = hand.token(DevAsset.WETH).address();
        try (AgentService agent = hand.agent()) {
            hand.send(hand.account, weth, Wei.ofCoins(new BigDecimal("0.5")), DEPOSIT);
            agent.cycle();
            hand.send(hand.account, weth, NO_COINS, Erc20.withdraw(hand.weth("0.25")));
            agent.cycle();
        }
        assertThat(kinds(hand)).containsExactly(Flow.Kind.WRAP, Flow.Kind.GAS, Flow.Kind.UNWRAP, Flow.Kind.GAS);
        assertThat(hand.books().balance(hand.token(DevAsset.WETH))).isEqualTo(hand.weth("3.25"));
        assertThat(hand.risk().trading()).isEqualTo(TradingState.ACTIVE);
        assertThat(hand.state().custody().units().units()).isEqualByComparingTo("1");
        assertThat(lastReconciled(hand).equal()).isTrue();
    }

    @Test
    void coinsForGasAreUnwrappedWithinTheirCap() {
        HandMade hand = new HandMade(devnet, home, "0.012");
        try (AgentService agent = hand.agent()) {
            for (int i = 0; i < 4; i++) {
                agent.cycle();
            }
        }
        List<IntentPlanned> unwraps = hand.events(IntentPlanned.class).stream()
                .filter(planned -> planned.kind() == Kind.UNWRAP)
                .toList();
        assertThat(unwraps).as("the cap of 0.015 is reached by the first").hasSize(1);
        assertThat(unwraps.getFirst().amountIn()).isEqualTo(hand.weth("0.015"));
        assertThat(hand.books().balance(hand.token(DevAsset.WETH))).isEqualTo(hand.weth("2.985"));
        assertThat(hand.books().coins().coins()).isBetween(new BigDecimal("0.02"), new BigDecimal("0.027"));
        assertThat(lastReconciled(hand).equal()).isTrue();
    }

    @Test
    void withdrawalsGoToThePinnedAccountAndAreNoLoss() {
        HandMade hand = new HandMade(devnet, home, "1");
        hand.agent().close();
        BigInteger before = balance(hand, SAVINGS);
        hand.wiring().risk().halt("a halted account can be emptied");
        try (CommandSession session = hand.command("withdraw")) {
            assertThatThrownBy(() -> new WithdrawTask(session, "30001", "USDC")).isInstanceOf(CommandException.class);
            assertThatThrownBy(() -> new WithdrawTask(session, "1", "DOGE")).isInstanceOf(CommandException.class);
            assertThatThrownBy(() -> new WithdrawTask(session, "1", "ETH"))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("pays for gas");
            WithdrawTask task = new WithdrawTask(session, "12500.5", "USDC");
            assertThat(task.preview().getFirst()).contains("12500.5 USDC").contains(SAVINGS.toString());
            assertThat(hand.events(IntentPlanned.class))
                    .as("a preview journals nothing")
                    .isEmpty();
            assertThat(task.run().complete()).isTrue();
        }
        assertThat(balance(hand, SAVINGS).subtract(before))
                .isEqualTo(hand.usdc("12500.5").raw());
        assertThat(kinds(hand)).containsExactly(Flow.Kind.WITHDRAWAL);
        assertThat(hand.state().custody().units().units()).isBetween(new BigDecimal("0.6"), new BigDecimal("0.75"));
        Wei coins = hand.chain().balance(hand.chain().head().ref().hash(), SAVINGS);
        try (CommandSession session = hand.command("withdraw")) {
            assertThat(new WithdrawTask(session, "0.4", "ETH").run().complete()).isTrue();
        }
        assertThat(hand.chain()
                        .balance(hand.chain().head().ref().hash(), SAVINGS)
                        .minus(coins))
                .isEqualTo(Wei.ofCoins(new BigDecimal("0.4")));
        assertThat(lastReconciled(hand).equal()).isTrue();
    }

    @Test
    void everythingIsSoldInPartsThatTheLimitsLetThrough() {
        HandMade hand = new HandMade(devnet, home, "1");
        hand.agent().close();
        hand.wiring().risk().halt("a person was frightened");
        try (CommandSession session = hand.command("close-all")) {
            CloseAllTask task = new CloseAllTask(session);
            assertThat(task.preview()).anyMatch(line -> line.startsWith("sell "));
            assertThat(task.idle()).isFalse();
            assertThat(hand.events(IntentPlanned.class))
                    .as("a preview journals nothing")
                    .isEmpty();
            CommandResult result = task.run();
            assertThat(result.complete()).as(result.toString()).isTrue();
        }
        assertThat(hand.books().balance(hand.token(DevAsset.WETH)).isZero()).isTrue();
        assertThat(hand.books().balance(hand.token(DevAsset.USDC)).compareTo(hand.usdc("30500")))
                .isPositive();
        assertThat(hand.risk().trading()).isEqualTo(TradingState.HALTED);
        assertThat(lastReconciled(hand).equal()).isTrue();
        assertThat(lastReconciled(hand).allowances()).allMatch(TokenAmount::isZero);
    }

    @Test
    void aTokenThatFailsIsFrozenAndTheBooksOfTheOthersGoOn() {
        HandMade hand = new HandMade(devnet, home, "1");
        Address link = hand.token(DevAsset.LINK).address();
        devnet.fund(
                hand.account,
                List.of(TokenAmount.of(hand.token(DevAsset.LINK), BigDecimal.TEN)),
                Wei.ofCoins(BigDecimal.ONE));
        AnvilRpc rpc = new AnvilRpc(devnet.rpcUrl());
        Bytes code = hand.chain().code(hand.chain().head().ref().hash(), link);
        try (AgentService agent = hand.agent()) {
            agent.cycle();
            rpc.setCode(link, Bytes.parse("0x60006000fd"));
            devnet.lockStep().mineQuiet(Duration.ofSeconds(12));
            assertThat(agent.cycle().orElseThrow().note()).contains("frozen LINK");
            try (CommandSession session = hand.command("close-all")) {
                assertThat(new CloseAllTask(session).preview())
                        .anyMatch(line -> line.startsWith("SKIPPED 10.00000000 LINK: frozen"))
                        .anyMatch(line -> line.startsWith("sell 1"));
                assertThatThrownBy(() -> new WithdrawTask(session, "1", "LINK"))
                        .isInstanceOf(CommandException.class)
                        .hasMessageContaining("frozen");
            }
            rpc.setCode(link, code);
            devnet.lockStep().mineQuiet(Duration.ofSeconds(12));
            assertThat(agent.cycle().orElseThrow().note()).doesNotContain("frozen");
        } finally {
            rpc.setCode(link, code);
        }
        // Replaced code halts by a limit of its own (F55); the books have no part in that.
        assertThat(hand.risk().reason()).doesNotContain("books").doesNotContain("left the account");
        assertThat(lastReconciled(hand).equal()).isTrue();
    }

    @Test
    void theKillSwitchStopsAPersonsCommandsToo() {
        HandMade hand = new HandMade(devnet, home, "1");
        hand.agent().close();
        KillSwitch.of(hand.config.settings().journal(), devnet.lockStep().clock())
                .engage("for this test");
        try (CommandSession session = hand.command("withdraw")) {
            assertThatThrownBy(() -> new WithdrawTask(session, "1", "USDC"))
                    .isInstanceOfSatisfying(
                            CommandException.class, e -> assertThat(e.refused()).isTrue());
        }
    }

    @Test
    void aPersonMayTakeOutAndSellInSpiteOfTheKillSwitchAndTheAgentStaysStopped() {
        HandMade hand = new HandMade(devnet, home, "1");
        hand.agent().close();
        KillSwitch killSwitch = KillSwitch.of(
                hand.config.settings().journal(), devnet.lockStep().clock());
        killSwitch.engage("for this test");
        try (CommandSession session = hand.commandWhileHalted("withdraw")) {
            assertThat(session.remarks()).singleElement().asString().contains("for this test");
            assertThat(new WithdrawTask(session, "1", "USDC").run().complete()).isTrue();
        }
        try (CommandSession session = hand.commandWhileHalted("close-all")) {
            assertThat(new CloseAllTask(session).run().complete()).isTrue();
        }
        assertThat(hand.events(SessionStarted.class))
                .extracting(SessionStarted::mode)
                .last()
                .asString()
                .startsWith("close-all while halted: ")
                .contains("for this test");
        assertThat(killSwitch.stopped()).isPresent();
        int planned = hand.events(IntentPlanned.class).size();
        try (AgentService agent = hand.agent()) {
            agent.cycle();
        }
        assertThat(hand.events(IntentPlanned.class)).hasSize(planned);
        assertThat(hand.risk().trading()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void aNewHostWithoutAJournalRebuildsFromTheChainAndWaits() {
        HandMade hand = new HandMade(devnet, home, "1");
        hand.agent().close();
        Address router = devnet.addresses().universe().routers().getFirst().address();
        hand.send(
                hand.account, hand.token(DevAsset.USDC).address(), NO_COINS, Erc20.approve(router, hand.usdc("5000")));
        hand.journal = new MemoryJournal(devnet.lockStep().clock());
        try (AgentService agent = hand.agent()) {
            agent.cycle();
        }
        assertThat(hand.risk().trading()).isEqualTo(TradingState.HALTED);
        assertThat(hand.risk().reason()).contains("rebuilt from the chain");
        assertThat(hand.books().balance(hand.token(DevAsset.USDC))).isEqualTo(hand.usdc("30000"));
        assertThat(hand.events(IntentPlanned.class))
                .extracting(IntentPlanned::kind)
                .containsExactly(Kind.REVOKE);
        assertThat(lastReconciled(hand).allowances()).allMatch(TokenAmount::isZero);
    }

    private static List<Flow.Kind> kinds(HandMade hand) {
        return hand.events(FlowsBooked.class).stream()
                .flatMap(booked -> booked.flows().stream())
                .map(Flow::kind)
                .toList();
    }

    private static Reconciled lastReconciled(HandMade hand) {
        return hand.events(Reconciled.class).getLast();
    }

    private static BigInteger balance(HandMade hand, Address of) {
        Hash32 head = hand.chain().head().ref().hash();
        Address usdc = hand.token(DevAsset.USDC).address();
        Bytes answer = hand.chain()
                .call(head, List.of(EthCall.to(usdc, Erc20.balanceOf(of))))
                .getFirst()
                .orThrow("balance");
        return new BigInteger(1, answer.toArray());
    }
}
