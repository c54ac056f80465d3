package io.ballast.lab.jury;

import io.ballast.sense.chain.CallResult;
import io.ballast.sense.dex.SwapResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a judge found.
 *
 * @param refused swaps that neither side would do
 * @param crossings initialised ticks that all swaps together crossed
 */
record Verdict(int swaps, int refused, long crossings, List<String> differences) {
    static Verdict of(Ground ground, Judge judge, List<SwapCase> cases) {
        List<CallResult> answers =
                ground.ask(cases.stream().map(judge::question).toList());
        List<String> differences = new ArrayList<>();
        int refused = 0;
        long crossings = 0;
        for (int i = 0; i < cases.size(); i++) {
            SwapCase swap = cases.get(i);
            Optional<SwapResult> ours = swap.local();
            refused += ours.isEmpty() ? 1 : 0;
            crossings += ours.map(SwapResult::ticksCrossed).orElse(0);
            judge.difference(swap, ours, answers.get(i)).ifPresent(what -> differences.add(swap + ": " + what));
        }
        return new Verdict(cases.size(), refused, crossings, differences);
    }

    @Override
    public String toString() {
        return String.format(
                "%,d swaps, %,d refused by both, %,d ticks crossed, %d differences",
                swaps, refused, crossings, differences.size());
    }
}
