package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.FactoryCalls;
import io.ballast.sense.dex.web3j.Multicall3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the pools of pairs of tokens in Uniswap's factories. What it finds is shown to a person and never traded by itself.
 * Immutable and thread-safe.
 */
public final class PoolDiscovery {
    /** Fee tiers that Uniswap's governance has enabled somewhere, in millionths. */
    private static final List<Integer> TIERS = List.of(100, 200, 300, 400, 500, 3000, 10_000);

    private static final int V2_FEE = 3000;

    private final ChainReader chain;
    private final PoolReader reader;
    private final Address multicall;
    private final Optional<Address> v2Factory;
    private final Optional<Address> v3Factory;

    public PoolDiscovery(
            ChainReader chain,
            PoolReader reader,
            Address multicall,
            Optional<Address> v2Factory,
            Optional<Address> v3Factory) {
        this.chain = chain;
        this.reader = reader;
        this.multicall = multicall;
        this.v2Factory = v2Factory;
        this.v3Factory = v3Factory;
    }

    /** Pools of all pairs of the tokens at one block, pair by pair, each with its state. */
    public List<PoolState> find(BlockRef at, List<Token> tokens) {
        List<PoolState> found = new ArrayList<>();
        List<Token> sorted = tokens.stream()
                .distinct()
                .sorted(Comparator.comparing(Token::address))
                .toList();
        for (int a = 0; a < sorted.size(); a++) {
            for (int b = a + 1; b < sorted.size(); b++) {
                for (PoolSpec pool : pools(at, sorted.get(a), sorted.get(b))) {
                    state(at, pool).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private List<PoolSpec> pools(BlockRef at, Token token0, Token token1) {
        List<Multicall3.Call> calls = new ArrayList<>();
        v2Factory.ifPresent(factory -> calls.add(FactoryCalls.pair(factory, token0, token1)));
        v3Factory.ifPresent(factory -> TIERS.forEach(fee -> {
            calls.add(FactoryCalls.tickSpacing(factory, fee));
            calls.add(FactoryCalls.pool(factory, token0, token1, fee));
        }));
        if (calls.isEmpty()) {
            return List.of();
        }
        List<CallResult> answers = ask(at, calls);
        List<PoolSpec> pools = new ArrayList<>();
        int next = 0;
        if (v2Factory.isPresent()) {
            FactoryCalls.address(answers.get(next++))
                    .map(pair -> new PoolSpec(PoolId.of(pair), Venue.UNISWAP_V2, token0, token1, V2_FEE, 0))
                    .ifPresent(pools::add);
        }
        for (int i = 0; next + 1 < answers.size(); i++, next += 2) {
            int fee = TIERS.get(i);
            int spacing = FactoryCalls.spacing(answers.get(next));
            FactoryCalls.address(answers.get(next + 1))
                    .map(pool -> new PoolSpec(PoolId.of(pool), Venue.UNISWAP_V3, token0, token1, fee, spacing))
                    .ifPresent(pools::add);
        }
        return pools;
    }

    private List<CallResult> ask(BlockRef at, List<Multicall3.Call> calls) {
        EthCall call = EthCall.to(multicall, Multicall3.aggregate3(calls));
        return Multicall3.results(
                chain.call(at.hash(), List.of(call)).get(0).orThrow("Multicall3 at " + multicall), calls.size());
    }

    /** Empty for a pool that was made and never got a price or a reserve. */
    private Optional<PoolState> state(BlockRef at, PoolSpec pool) {
        try {
            return Optional.of(reader.read(at, List.of(pool)).get(0));
        } catch (ChainException e) {
            if (e.kind() == ChainException.Kind.MALFORMED) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
