package io.ballast.lab.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What was measured on one set of swaps.
 *
 * @param ticksCrossedMean initialised ticks a swap crossed
 * @param swapsPerCpuSecond ours
 * @param bytesPerSwap ours, allocated
 * @param sdkSwapsPerCpuSecond empty if the v3-sdk did not run
 * @param unequal swaps on which the two differ in amount out, price, tick or liquidity
 * @param unequalToRecorded swaps on which ours differs from results that came with the set; empty if none came
 */
public record SetFigures(
        String name,
        int swaps,
        double ticksCrossedMean,
        int ticksCrossedMost,
        double swapsPerCpuSecond,
        long bytesPerSwap,
        OptionalDouble sdkSwapsPerCpuSecond,
        OptionalInt unequal,
        OptionalInt unequalToRecorded) {

    /** Ours over theirs. */
    public OptionalDouble ratio() {
        return sdkSwapsPerCpuSecond.isPresent()
                ? OptionalDouble.of(swapsPerCpuSecond / sdkSwapsPerCpuSecond.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Whether no result was found to differ. */
    public boolean agrees() {
        return unequal.orElse(0) == 0 && unequalToRecorded.orElse(0) == 0;
    }

    static SetFigures of(SwapSet set, EngineRun ours) {
        return new SetFigures(
                set.name(),
                set.swaps().size(),
                ours.fills().stream()
                        .mapToInt(fill -> fill.ticksCrossed())
                        .average()
                        .orElse(0),
                ours.fills().stream()
                        .mapToInt(fill -> fill.ticksCrossed())
                        .max()
                        .orElse(0),
                ours.swapsPerCpuSecond(),
                ours.bytesPerSwap(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                set.expected().isEmpty() ? OptionalInt.empty() : OptionalInt.of(unequal(ours, set.expected())));
    }

    SetFigures with(EngineRun ours, SdkRun sdk) {
        return new SetFigures(
                name,
                swaps,
                ticksCrossedMean,
                ticksCrossedMost,
                swapsPerCpuSecond,
                bytesPerSwap,
                OptionalDouble.of(sdk.swapsPerCpuSecond()),
                OptionalInt.of(unequal(ours, sdk.outcomes())),
                unequalToRecorded);
    }

    private static int unequal(EngineRun ours, List<SwapOutcome> others) {
        if (others.size() != ours.fills().size()) {
            throw new IllegalStateException(
                    others.size() + " results for " + ours.fills().size() + " swaps");
        }
        int unequal = 0;
        for (int i = 0; i < others.size(); i++) {
            unequal += SwapOutcome.of(ours.fills().get(i)).equals(others.get(i)) ? 0 : 1;
        }
        return unequal;
    }
}
