package io.ballast.act.execution;

import static io.ballast.act.execution.Orders.USDC;
import static io.ballast.act.execution.Orders.WETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.Reconciled;
import io.ballast.act.journal.TokenFrozen;
import io.ballast.act.risk.ProposedTransaction.Kind;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.chain.SimulatedTx;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Between trades, with 5,000 USDC, 1 WETH and 10 coins on the chain as in the books. */
class UpkeepTest {
    private final Rig rig = new Rig();
    private final PoolModel chain = rig.chain;
    private final Simulator simulator = new Simulator();
    private Wei coins = coins("10");
    private Optional<GasTopUp> topUp = Optional.of(new GasTopUp(coins("1"), coins("2"), coins("5")));

    @Test
    void looksAtBooksAndTokensOnceInSoManyBlocks() {
        chain.mine();
        upkeep(2).before(seen());
        assertThat(rig.events(Reconciled.class)).isEmpty();
        assertThat(simulator.simulated).isEmpty();
        chain.mine();
        assertThat(upkeep(2).before(seen()).market().block())
                .isEqualTo(chain.head().ref());
        assertThat(rig.events(Reconciled.class)).hasSize(1);
        assertThat(simulator.simulated).hasSize(6);
    }

    @Test
    void looksWithoutBeingDueWhenItIsAskedTo() {
        Observation before = seen();
        chain.mine();
        Observation after = upkeep(1_000).survey(before);
        assertThat(rig.events(Reconciled.class)).hasSize(1);
        assertThat(simulator.simulated).hasSize(6);
        assertThat(after.market().block())
                .as("the same block")
                .isEqualTo(before.market().block());
    }

    @Test
    void comparesAfterTransactions() {
        upkeep(1_000).check(seen());
        assertThat(rig.events(Reconciled.class)).hasSize(1);
        assertThat(rig.isHalted()).isFalse();
        coins = coins("9");
        upkeep(1_000).check(seen());
        assertThat(rig.isHalted()).isTrue();
    }

    @Test
    void unwrapsWhatGasNeedsAndLooksAgain() {
        coins = coins("0.5");
        chain.mine();
        upkeep(1_000).before(seen());
        IntentPlanned planned = rig.events(IntentPlanned.class).getFirst();
        assertThat(planned.kind()).isEqualTo(Kind.UNWRAP);
        assertThat(planned.intentId()).isEqualTo("topup-101.unwrap");
        assertThat(planned.amountIn()).isEqualTo(TokenAmount.of(WETH, BigDecimal.ONE));
        assertThat(chain.sent)
                .singleElement()
                .satisfies(sent -> assertThat(sent.to()).isEqualTo(WETH.address()));
        assertThat(rig.log.state().books().orElseThrow().balance(WETH).isZero()).isTrue();
        assertThat(rig.log.state().custody().topUps()).hasSize(1);
    }

    @Test
    void showsTheBlockAfterAnUnwrap() {
        coins = coins("0.5");
        assertThat(upkeep(1_000).before(seen()).market().block())
                .isEqualTo(chain.head().ref());
        assertThat(chain.head().ref().number()).isEqualTo(101);
    }

    @Test
    void unwrapsNothingWhileHaltedOrWhereNobodyAsksForIt() {
        coins = coins("0.5");
        rig.risk.halt("by hand");
        upkeep(1_000).before(seen());
        rig.risk.resume("by hand");
        topUp = Optional.empty();
        upkeep(1_000).before(seen());
        assertThat(rig.events(IntentPlanned.class)).isEmpty();
    }

    @Test
    void unwrapsNothingWhileThereIsEnough() {
        assertThat(upkeep(1_000).before(seen())).isEqualTo(seen());
        assertThat(rig.events(IntentPlanned.class)).isEmpty();
    }

    @Test
    void namesFrozenTokensAndForgivesThemOnAPersonsWord() {
        simulator.takesFee = true;
        Upkeep upkeep = upkeep(1_000);
        assertThat(upkeep.remarks()).isEmpty();
        upkeep.survey(seen());
        assertThat(upkeep.remarks())
                .startsWith("frozen USDC: of 5000000 sent only 4999999 would arrive; frozen WETH: of 1000000000000000");
        simulator.takesFee = false;
        upkeep.survey(seen());
        assertThat(rig.log.state().custody().frozen())
                .extracting(TokenFrozen::token)
                .containsExactly(USDC, WETH);
        upkeep.forgive(seen());
        assertThat(upkeep.remarks()).isEmpty();
    }

    @Test
    void opensTheBooksOnce() {
        Ground ground = new Ground();
        Opening opening = opening(ground);
        opening.open(ground.seen());
        assertThat(ground.log.state().books().orElseThrow().balance(USDC).raw()).isEqualTo(Ground.whole(1_000, 6));
        assertThat(ground.risk.state().reason()).isEmpty();
        ground.minedNonce = 3;
        opening.open(ground.seen());
        assertThat(ground.risk.state().reason()).as("its own transactions").isEmpty();
    }

    @Test
    void tradesNothingWhereTheJournalOfAUsedAccountIsNew() {
        Ground ground = new Ground();
        ground.minedNonce = 3;
        opening(ground).open(ground.seen());
        assertThat(ground.risk.state().reason())
                .startsWith("rebuilt from the chain: the journal is new, and the account has sent 3 transactions");
        assertThat(ground.log.state().books()).isPresent();
    }

    @Test
    void opensThroughUpkeepToo() {
        Ground ground = new Ground();
        Reconciler reconciler = ground.reconciler(1, FlowRules.CAREFUL);
        Opening opening = new Opening(ground, Orders.OWNER, reconciler, ground.risk, ground.log);
        new Upkeep(
                        opening,
                        reconciler,
                        new TokenHealth(simulator, Ground.UNIVERSE, Orders.OWNER, ground.log),
                        Optional.empty(),
                        executor(),
                        new GasPolicy(Rig.OFFER.tip()),
                        ground.risk,
                        ground.log,
                        1)
                .open(ground.seen());
        assertThat(ground.log.state().books()).isPresent();
    }

    private static Opening opening(Ground ground) {
        return new Opening(ground, Orders.OWNER, ground.reconciler(1, FlowRules.CAREFUL), ground.risk, ground.log);
    }

    private Upkeep upkeep(long every) {
        Reconciler paper = new Reconciler(rig.log, rig.risk);
        return new Upkeep(
                new Opening(chain, Orders.OWNER, paper, rig.risk, rig.log),
                paper,
                new TokenHealth(simulator, Ground.UNIVERSE, Orders.OWNER, rig.log),
                topUp,
                executor(),
                new GasPolicy(Rig.OFFER.tip()),
                rig.risk,
                rig.log,
                every);
    }

    private OnChainExecutor executor() {
        return new OnChainExecutor(
                new Source(),
                Orders.OWNER,
                rig.engine(),
                new Preflight(simulator, Orders.OWNER),
                rig.settlement(),
                rig.finality,
                rig.risk,
                rig.log,
                new GasPolicy(Rig.OFFER.tip()),
                () -> chain.head().ref().timestamp());
    }

    private Observation seen() {
        return new Source().observe();
    }

    private static Wei coins(String coins) {
        return Wei.ofCoins(new BigDecimal(coins));
    }

    private final class Source implements MarketSource {
        @Override
        public Observation observe() {
            return observeAt(chain.head());
        }

        @Override
        public Observation observeAt(BlockHeader header) {
            Observation plain = Orders.observation(header);
            List<TokenAmount> balances =
                    List.of(TokenAmount.of(USDC, new BigDecimal("5000")), TokenAmount.of(WETH, BigDecimal.ONE));
            return new Observation(
                    plain.market(), new AccountState(Orders.OWNER, balances, coins, List.of()), plain.evidence());
        }
    }

    /** Every call succeeds; of what is sent, all or all but one unit arrives. */
    private static final class Simulator extends FakeChain {
        final List<SimulatedTx> simulated = new ArrayList<>();
        boolean takesFee;

        @Override
        public List<SimulatedResult> simulate(Hash32 at, List<SimulatedTx> transactions) {
            simulated.addAll(transactions);
            return transactions.size() == 1
                    ? List.of(word(1))
                    : List.of(
                            word(0),
                            word(1),
                            word(arrives(5_000_000)),
                            word(0),
                            word(1),
                            word(arrives(1_000_000_000_000_000L)));
        }

        private long arrives(long sent) {
            return takesFee ? sent - 1 : sent;
        }

        private static SimulatedResult word(long value) {
            return new SimulatedResult(true, Bytes.parse(String.format("0x%064x", value)), 1, List.of());
        }
    }
}
