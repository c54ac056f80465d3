package io.ballast.agent;

import io.ballast.act.execution.Logbook;
import io.ballast.act.journal.CandidateRecord;
import io.ballast.act.journal.DecisionInputs;
import io.ballast.act.journal.DecisionMade;
import io.ballast.act.journal.DropRecord;
import io.ballast.act.journal.LegRecord;
import io.ballast.act.journal.PoolRecord;
import io.ballast.act.journal.WindowRecord;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.FlatPool;
import io.ballast.sense.dex.NodeQuotedPool;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SolidlyPool;
import io.ballast.sense.dex.StableSwapPool;
import io.ballast.sense.dex.WeightedPool;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.think.action.Candidate;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.model.ActionScore;
import io.ballast.think.model.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes decisions into the journal, complete enough to be explained and computed again. Used by one thread. */
public final class DecisionLog {
    private static final int DIGITS = 6;
    private final Logbook log;
    private final Hash32 configHash;
    private final String modelSha256;
    private final boolean brief;

    /** @param modelSha256 of the model's card; empty for rules alone */
    public DecisionLog(Logbook log, Hash32 configHash, String modelSha256) {
        this(log, configHash, modelSha256, false);
    }

    /** @param brief whether inputs are left out: for a journal that nobody reads */
    DecisionLog(Logbook log, Hash32 configHash, String modelSha256, boolean brief) {
        this.brief = brief;
        this.log = log;
        this.configHash = configHash;
        this.modelSha256 = modelSha256;
    }

    /** {@code d000014}: counted from 1 in this journal. */
    public String nextId() {
        String number = Long.toString(log.state().decisions() + 1);
        return "d" + "0".repeat(Math.max(0, DIGITS - number.length())) + number;
    }

    /** Notes a decision: it is durable before, or together with, what is done about it. */
    public void append(Decision decision, PriceWindow window, boolean confirmation) {
        MarketState market = decision.seen().market();
        Optional<Scores> deciding = decision.model().or(decision::rule);
        log.note(new DecisionMade(
                decision.id(),
                market.block(),
                market.header().baseFee(),
                configHash,
                deciding.map(Scores::scorer).orElse("none"),
                modelSha256,
                decision.model().map(Scores::digest).orElse(""),
                brief ? Hash32.ZERO : InputsHash.of(decision.seen(), window),
                brief ? nothing() : inputs(decision.seen(), window),
                candidates(decision),
                brief
                        ? List.of()
                        : decision.dropped().stream().map(DropRecord::of).toList(),
                decision.proposal().index(),
                legs(decision.proposal().chosen()),
                decision.proposal().reason(),
                confirmation));
    }

    private static List<CandidateRecord> candidates(Decision decision) {
        List<CandidateRecord> records = new ArrayList<>(decision.candidates().size());
        for (int i = 0; i < decision.candidates().size(); i++) {
            records.add(CandidateRecord.of(
                    decision.candidates().get(i),
                    row(decision.model(), i),
                    decision.rule().isPresent()
                            ? OptionalDouble.of(decision.rule().get().edge(i))
                            : OptionalDouble.empty(),
                    decision.proposal().verdicts().get(i).words()));
        }
        return records;
    }

    private static List<LegRecord> legs(Candidate chosen) {
        return chosen.isHold()
                ? List.of()
                : chosen.legs().stream().map(LegRecord::of).toList();
    }

    private static Optional<ActionScore> row(Optional<Scores> scores, int index) {
        return scores.map(known -> known.rows().get(index));
    }

    private static DecisionInputs nothing() {
        return new DecisionInputs(List.of(), List.of(), Wei.ZERO, List.of(), WindowRecord.EMPTY);
    }

    private static DecisionInputs inputs(Observation seen, PriceWindow window) {
        return new DecisionInputs(
                seen.market().prices(),
                seen.account().balances(),
                seen.account().coins(),
                seen.market().pools().stream().map(DecisionLog::pool).toList(),
                WindowRecord.of(window));
    }

    private static PoolRecord pool(PoolState state) {
        return switch (state) {
            case ConstantProductPool pool -> PoolRecord.reserves(pool.id(), pool.reserve0(), pool.reserve1());
            case ConcentratedPool pool ->
                PoolRecord.concentrated(pool.id(), pool.sqrtPriceX96(), pool.tick(), pool.liquidity());
            case NodeQuotedPool pool -> PoolRecord.nodeQuoted(pool.id(), pool.sqrtPriceX96(), pool.liquidity());
            case SolidlyPool pool -> PoolRecord.reserves(pool.id(), pool.reserve0(), pool.reserve1());
            case WeightedPool pool -> PoolRecord.balances(pool.id(), pool.balances());
            case StableSwapPool pool -> PoolRecord.balances(pool.id(), pool.balances());
            case FlatPool pool ->
                PoolRecord.reserves(
                        pool.id(), pool.fair().denominator(), pool.fair().numerator());
        };
    }
}
