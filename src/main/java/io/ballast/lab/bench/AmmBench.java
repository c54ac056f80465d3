package io.ballast.lab.bench;

import io.ballast.sense.dex.ConcentratedPool;
import java.util.ArrayList;
import java.util.List;

/**
 * Exact-input swaps from one state of a concentrated pool, by our engine and by Uniswap's v3-sdk: the same pool, the same swaps,
 * the same effort, the best round of each by CPU time. The sdk makes a new pool object for each quote and awaits each
 * step of its loop; that is how it is used.
 */
public record AmmBench(ConcentratedPool pool, List<SwapSet> sets, Effort effort) {
    public AmmBench {
        sets = List.copyOf(sets);
    }

    /** Ours alone. */
    public List<SetFigures> run() {
        List<EngineRun> ours = ours();
        List<SetFigures> figures = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            figures.add(SetFigures.of(sets.get(i), ours.get(i)));
        }
        return figures;
    }

    /**
     * Both, one after the other.
     *
     * @throws PeerUnavailableException if the sdk cannot be fetched or run
     */
    public List<SetFigures> run(V3Sdk sdk) {
        List<SdkRun> theirs = sdk.run(pool, sets, effort);
        List<EngineRun> ours = ours();
        List<SetFigures> figures = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            figures.add(SetFigures.of(sets.get(i), ours.get(i)).with(ours.get(i), theirs.get(i)));
        }
        return figures;
    }

    private List<EngineRun> ours() {
        return sets.stream().map(set -> EngineRun.of(pool, set, effort)).toList();
    }
}
