package io.ballast.lab.demo;

import io.ballast.agent.LatencyReport;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * A demo run in figures; the JSON of {@code ballast demo --format json}.
 *
 * @param swaps every swap mined, in order
 * @param balances at the last block, as the chain says
 * @param limits of each limit, the largest share used in the run, in percent
 * @param allowancesAtRest sum over tokens of what the router may still take, in smallest units; "0" when all is well
 */
public record DemoSummary(
        int cycles,
        long seed,
        Address account,
        List<Swap> swaps,
        Nav nav,
        JournalState journal,
        SortedMap<String, Integer> limits,
        Model model,
        String allowancesAtRest,
        List<TokenAmount> balances,
        Wei coins,
        boolean reconciled,
        List<String> decisions,
        LatencyReport latency,
        long residentKib) {
    public DemoSummary {
        swaps = List.copyOf(swaps);
        balances = List.copyOf(balances);
        decisions = List.copyOf(decisions);
    }

    /**
     * One mined swap; amounts in smallest units.
     *
     * @param status 1 succeeded, 0 reverted
     * @param strangers other transactions that touched the swap's pools between quote and inclusion, in order; what explains a
     *     difference between {@code amountOut} and {@code quotedOut}
     */
    public record Swap(
            String intentId,
            Hash32 txHash,
            long nonce,
            int status,
            String tokenIn,
            String tokenOut,
            String amountIn,
            String amountOut,
            String quotedOut,
            String minOut,
            List<Hash32> strangers) {}

    /** @param hold value of the starting holdings, never traded */
    public record Nav(Usd start, Usd end, Usd hold) {}

    public record JournalState(Path path, boolean ok, long entries) {}

    public record Model(String name, String sha256) {}
}
