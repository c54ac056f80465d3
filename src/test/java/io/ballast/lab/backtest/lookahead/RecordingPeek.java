package io.ballast.lab.backtest.lookahead;

import io.ballast.lab.backtest.replay.PoolReplay;
import io.ballast.lab.backtest.replay.Recording;
import io.ballast.sense.dex.PoolState;
import io.ballast.think.action.Candidate;
import io.ballast.think.model.ActionScore;
import io.ballast.think.model.ActionScorer;
import io.ballast.think.model.DecisionContext;
import io.ballast.think.model.ScorerInfo;
import io.ballast.think.model.Scores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Scores each candidate by what the coin's price in the first recorded pool does later: the cheat that an analysis has to find. */
record RecordingPeek(Recording recording, Duration ahead) implements ActionScorer {
    @Override
    public ScorerInfo info() {
        return new ScorerInfo("peek", "", 1);
    }

    @Override
    public Scores score(DecisionContext context, List<Candidate> candidates) {
        Instant now = context.market().block().timestamp();
        double growth;
        try (PoolReplay replay = recording.replay()) {
            double before = price(replay, now);
            growth = price(replay, now.plus(ahead)) / before - 1;
        }
        return new Scores(
                "peek",
                "",
                candidates.stream()
                        .map(candidate -> ActionScore.certain(1e4
                                * growth
                                * candidate
                                        .weightsAfter()
                                        .share(context.market().universe().wrapped())
                                        .doubleValue()))
                        .toList());
    }

    private static double price(PoolReplay replay, Instant time) {
        replay.advanceTo(time);
        PoolState pool = replay.states().getFirst();
        return pool.midPrice(pool.token0()).doubleValue();
    }
}
