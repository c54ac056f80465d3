package io.ballast.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.GateJudged;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.risk.LimitCheck;
import io.ballast.act.risk.ProposedTransaction.Kind;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentService;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Token;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.sense.chain.anvil.AnvilRpc;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the limits do by themselves, on a real chain and over restarts. */
class RiskIT {
    private static final int MOST_CYCLES = 30;
    private static final Duration HOUR = Duration.ofHours(1);
    private static Devnet devnet;

    @TempDir
    private Path home;

    @BeforeAll
    static void start() {
        devnet = DevnetAtHand.lockStep(22);
        devnet.lockStep().warmUp(1, HOUR, 2);
    }

    @AfterAll
    static void stop() {
        if (devnet != null) {
            devnet.close();
        }
    }

    @Test
    void f59ALossThatLastsSellsEverythingWithinTheLimitsAndThenHaltsForGood() {
        HandMade hand = new HandMade(
                devnet,
                home,
                "1",
                file -> file.replace(
                        "  max_slippage: 100bps\n",
                        "  max_slippage: 100bps\n  max_drawdown: {value: 1bps, must_last: 30m, action: exit_to_cash}\n"));
        Token cash = hand.token(DevAsset.USDC);
        try (AgentService agent = hand.agent()) {
            for (int i = 0; i < MOST_CYCLES && hand.risk().trading() == TradingState.ACTIVE; i++) {
                cycle(agent);
            }
            assertThat(hand.risk().trading()).isEqualTo(TradingState.REDUCING);
            assertThat(hand.risk().reason()).startsWith("DRAWDOWN_EXCEEDS_MAX: ");
        }
        // In the middle of it another process takes over.
        try (AgentService agent = hand.agent()) {
            for (int i = 0; i < MOST_CYCLES && hand.risk().trading() == TradingState.REDUCING; i++) {
                cycle(agent);
            }
            cycle(agent);
        }

        assertThat(hand.risk().trading()).isEqualTo(TradingState.HALTED);
        assertThat(hand.risk().reason()).startsWith("out of everything but cash: DRAWDOWN_EXCEEDS_MAX");
        assertThat(hand.books().balances().stream().filter(held -> !held.token().equals(cash)))
                .allSatisfy(held -> assertThat(held.whole()).isLessThan(new BigDecimal("0.01")));
        List<IntentPlanned> swaps = hand.events(IntentPlanned.class).stream()
                .filter(planned -> planned.kind() == Kind.SWAP)
                .toList();
        assertThat(swaps)
                .as("3 WETH at 4,000 USD a swap")
                .hasSizeGreaterThan(1)
                .allSatisfy(swap -> assertThat(swap.tokenOut()).isEqualTo(cash));
        assertThat(hand.events(IntentMined.class)).isNotEmpty().allMatch(IntentMined::succeeded);
        assertThat(states(hand)).containsExactly(TradingState.ACTIVE, TradingState.REDUCING, TradingState.HALTED);
    }

    @Test
    void f55ReplacedCodeHaltsUntilAPersonAcceptsIt() {
        HandMade hand = new HandMade(devnet, home, "1");
        Address replaced = hand.token(DevAsset.LINK).address();
        AnvilRpc rpc = new AnvilRpc(devnet.rpcUrl());
        Bytes before = code(hand, replaced);
        Bytes after = Bytes.parse(before.hex() + "00");
        try (AgentService agent = hand.agent()) {
            agent.cycle();
            rpc.setCode(replaced, after);
            cycle(agent);
            assertThat(hand.risk().trading()).isEqualTo(TradingState.HALTED);
            assertThat(hand.risk().reason()).startsWith("CODE_CHANGED: the code of " + replaced);
        }
        int judged = hand.events(GateJudged.class).size();
        try (AgentService agent = hand.agent()) {
            cycle(agent);
            assertThat(hand.risk().trading()).as("after a restart").isEqualTo(TradingState.HALTED);
        }
        assertThat(hand.events(GateJudged.class)).hasSize(judged);
        Hash32 print = Hash32.of(Keccak256.digest(after.toArray()));
        AgentConfiguration accepting = hand.configuration(file -> file.replace(
                "limits:\n", "limits:\n  accept_code: [{address: \"" + replaced + "\", code: \"" + print + "\"}]\n"));
        accepting = accepting.accepting(accepting.digest());
        hand.wiring(accepting).risk().resume("by hand");
        try (AgentService agent = hand.agent(accepting)) {
            cycle(agent);
            assertThat(hand.risk().trading()).isEqualTo(TradingState.ACTIVE);
        }
        rpc.setCode(replaced, before);
    }

    @Test
    void everyVerdictNamesEveryLimitOnce() {
        HandMade hand = new HandMade(
                devnet,
                home,
                "1",
                file -> file.replace("  max_slippage: 100bps\n", "  max_slippage: 100bps\n  max_daily_loss: 20%\n"));
        try (AgentService agent = hand.agent()) {
            for (int i = 0; i < 4; i++) {
                cycle(agent);
            }
        }
        assertThat(hand.events(GateJudged.class))
                .allSatisfy(verdict -> assertThat(verdict.checks())
                        .extracting(LimitCheck::code)
                        .containsExactly(io.ballast.act.risk.LimitCode.values()));
    }

    private static Stream<TradingState> states(HandMade hand) {
        List<TradingState> all = hand.events(RiskChanged.class).stream()
                .map(change -> change.state().trading())
                .toList();
        return java.util.stream.IntStream.range(0, all.size())
                .filter(i -> i == 0 || all.get(i) != all.get(i - 1))
                .mapToObj(all::get);
    }

    private static Bytes code(HandMade hand, Address contract) {
        return hand.chain().code(hand.chain().head().ref().hash(), contract);
    }

    private static void cycle(AgentService agent) {
        devnet.lockStep().advance(HOUR, 3);
        agent.cycle();
    }
}
