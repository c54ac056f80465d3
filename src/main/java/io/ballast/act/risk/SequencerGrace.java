package io.ballast.act.risk;

import java.time.Duration;
import java.util.Optional;

/** The rollup's sequencer works, and has worked long enough for prices to be what they seem. */
record SequencerGrace(Duration grace) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.SEQUENCER_NOT_UP;
    }

    @Override
    public boolean bindsMoves(ProposedTransaction.Kind kind) {
        return true;
    }

    @Override
    public LimitCheck check(Question question) {
        Situation situation = question.situation();
        Optional<String> obstacle = situation.sequencer().obstacle(situation.time(), grace);
        return obstacle.map(why -> LimitCheck.refuse(code(), why))
                .orElseGet(() -> LimitCheck.pass(code(), "nothing known against it"));
    }
}
