package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.DecisionMade;
import io.ballast.base.units.Usd;
import io.ballast.think.model.ScoringException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/** F57, F58 and F62: a model that wants too much, answers nonsense, or breaks. */
class StrategyFaultsIT {
    private static final long SEED = 57;
    private static final String RANKED = "{type: model, model: stub, sha256: \"" + "ab".repeat(32) + "\", role: rank}";

    @FaultCase(
            id = "F57",
            injection = "a model that wants the largest trade there is, back and forth, at every decision",
            expected = "size, turnover and number of trades stay within the limits")
    void f57_greedyModel(CaseRecord record) {
        Scene scene = record.scene(new SceneFiles()
                .strategy("scorer", RANKED)
                .limit("max_trades_per_hour", "3")
                .limit("max_notional_per_day", "5000 USD"));
        Random random = new Random(SEED);
        StubScorer greedy = new StubScorer(candidates ->
                StubScorer.favour(candidates, candidates.size() < 2 ? 0 : 1 + random.nextInt(candidates.size() - 1)));
        scene.start(World.plain().withModel(greedy), Fuse.none());
        for (int i = 0; i < 20; i++) {
            scene.cycle();
        }
        assertThat(greedy.asked()).isGreaterThan(10);
        assertThat(scene.fills()).isPositive().isLessThanOrEqualTo(3);
        Usd traded = scene.found().transactions().stream()
                .map(tx -> tx.paid(scene.chain().account()))
                .reduce(Usd.ZERO, Usd::plus);
        assertThat(traded).isLessThanOrEqualTo(Usd.of(5_050));
        scene.saw("twenty decisions, no more than three trades and the day's notional");
        scene.check();
    }

    @FaultCase(
            id = "F58",
            injection = "a model that has doubts, answers too few rows, the same for all, throws, or takes two minutes",
            expected = "no position changes; an old decision is not carried out")
    void f58_modelAnswersNonsense(CaseRecord record) {
        Scene scene = record.scene(new SceneFiles().strategy("scorer", RANKED));
        List<StubScorer> nonsense = List.of(
                new StubScorer(candidates -> {
                    throw new ScoringException("output is not finite");
                }),
                new StubScorer(candidates -> StubScorer.favour(candidates.subList(0, 1), 0)),
                new StubScorer(candidates -> StubScorer.favour(candidates, 0)),
                new StubScorer(candidates -> {
                    throw new IllegalStateException("a mistake in the model");
                }),
                new StubScorer(candidates -> {
                    for (int i = 0; i < 10; i++) {
                        scene.chain().mine(FaultChain.BLOCK);
                    }
                    return StubScorer.favour(candidates, candidates.size() - 1);
                }));
        for (StubScorer scorer : nonsense) {
            scene.start(World.plain().withModel(scorer), Fuse.none());
            try {
                scene.quietCycles(1);
            } catch (RuntimeException stopped) {
                scene.gone();
            }
            assertThat(scorer.asked()).isPositive();
        }
        scene.start();
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F62",
            injection = "heap or stack run out while the model scores",
            expected = "the error is not swallowed; nothing is signed any more")
    void f62_errorsOfTheMachine(CaseRecord record) {
        Scene scene = record.scene(new SceneFiles().strategy("scorer", RANKED));
        for (Error error : List.of(new OutOfMemoryError("by the test"), new StackOverflowError("by the test"))) {
            StubScorer broken = new StubScorer(candidates -> {
                throw error;
            });
            scene.start(World.plain().withModel(broken), Fuse.none());
            assertThatThrownBy(scene::cycle).isSameAs(error);
            scene.gone();
        }
        assertThat(scene.signatures()).isZero();
        assertThat(new JournalFacts(scene.entries()).all(DecisionMade.class)).isEmpty();
        Assertions.assertDoesNotThrow(() -> scene.start());
        scene.tradesAgain();
        scene.check();
    }
}
