package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.GetterReads;
import io.ballast.sense.dex.web3j.Multicall3;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One read at one block. Immutable. */
record PinnedRead(ChainReader chain, Address multicall, BlockRef at) {
    /** What one getter may cost through Multicall3: a tick reads four slots that nobody has touched before. */
    private static final long GAS_PER_GETTER = 14_000;

    PoolReader.Reading by(ReadPlan plan, List<PoolSpec> pools, List<EthCall> along) {
        List<PoolSpec> plain = pools.stream().filter(plan::byGetters).toList();
        List<PoolSpec> special =
                pools.stream().filter(pool -> !plan.byGetters(pool)).toList();
        Map<PoolId, PoolState> states = new HashMap<>();
        List<CallResult> answers = batch(plan, special, along, states);
        if (!plain.isEmpty()) {
            getters(plan).states(plain).forEach(state -> states.put(state.id(), state));
        }
        return new PoolReader.Reading(
                pools.stream()
                        .map(pool -> Objects.requireNonNull(states.get(pool.id())))
                        .toList(),
                answers);
    }

    /** Everything that is known to be one call each, in one round trip. */
    private List<CallResult> batch(
            ReadPlan plan, List<PoolSpec> pools, List<EthCall> along, Map<PoolId, PoolState> states) {
        List<ReadPlan.Part> parts = plan.parts(pools);
        List<EthCall> calls = new ArrayList<>();
        parts.forEach(part -> calls.addAll(part.calls()));
        calls.addAll(along);
        List<CallResult> results = calls.isEmpty() ? List.of() : ask(calls);
        int from = 0;
        for (ReadPlan.Part part : parts) {
            int to = from + part.calls().size();
            part.reads()
                    .states(part.pools(), results.subList(from, to), at.timestamp())
                    .forEach(state -> states.put(state.id(), state));
            from = to;
        }
        return results.subList(from, results.size());
    }

    private GetterReads getters(ReadPlan plan) {
        if (plan.way() == ReadPlan.Way.MULTICALL) {
            return new GetterReads(calls -> together(calls, plan.limits()), Integer.MAX_VALUE, Optional.empty());
        }
        Optional<Address> tickLens = plan.way() == ReadPlan.Way.TICK_LENS ? plan.tickLens() : Optional.empty();
        int words = plan.limits().maxWords();
        return new GetterReads(calls -> singly(calls, plan.limits(), tickLens), words, tickLens);
    }

    private List<CallResult> together(List<Multicall3.Call> calls, ReadLimits limits) {
        int size = (int) Math.max(1, Math.min(calls.size(), limits.callGas() / GAS_PER_GETTER));
        List<List<Multicall3.Call>> groups = pieces(calls, size);
        List<CallResult> answers = ask(groups.stream()
                .map(group -> EthCall.to(multicall, Multicall3.aggregate3(group)))
                .toList());
        answers.forEach(answer -> requireThere(answer, multicall));
        List<CallResult> results = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            results.addAll(Multicall3.results(
                    answers.get(i).orThrow("Multicall3 at " + multicall),
                    groups.get(i).size()));
        }
        return results;
    }

    private List<CallResult> singly(List<Multicall3.Call> calls, ReadLimits limits, Optional<Address> tickLens) {
        List<CallResult> results = new ArrayList<>();
        for (List<Multicall3.Call> piece : pieces(calls, limits.singles())) {
            results.addAll(ask(piece.stream()
                    .map(call -> EthCall.to(call.target(), call.data()))
                    .toList()));
        }
        for (int i = 0; i < calls.size(); i++) {
            Address asked = calls.get(i).target();
            if (tickLens.filter(asked::equals).isPresent()) {
                requireThere(results.get(i), asked);
            }
        }
        return results;
    }

    /** What is called where no contract is answers nothing. */
    private static void requireThere(CallResult answer, Address contract) {
        if (isNothing(answer)) {
            throw new ChainException(ChainException.Kind.REFUSED, "there is no contract at " + contract);
        }
    }

    private List<CallResult> ask(List<EthCall> calls) {
        List<CallResult> results = chain.call(at.hash(), calls);
        if (results.size() != calls.size()) {
            throw new ChainException(
                    ChainException.Kind.MALFORMED, results.size() + " answers to " + calls.size() + " calls");
        }
        for (int i = 0; i < calls.size(); i++) {
            if (!calls.get(i).codeOverrides().isEmpty() && isNothing(results.get(i))) {
                throw new ChainException(ChainException.Kind.REFUSED, "the node ignored the code override of eth_call");
            }
        }
        return results;
    }

    private static boolean isNothing(CallResult result) {
        return result instanceof CallResult.Returned returned && returned.data().size() == 0;
    }

    private static <T> List<List<T>> pieces(List<T> all, int size) {
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            pieces.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return pieces;
    }
}
