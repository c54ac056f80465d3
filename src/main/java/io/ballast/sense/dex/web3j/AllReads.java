package io.ballast.sense.dex.web3j;

import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Protocol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several readers as one: each pool goes to the first that can read its kind. Thread-safe if they are. */
public final class AllReads implements StateReads {
    private final List<StateReads> readers;

    public AllReads(List<StateReads> readers) {
        this.readers = List.copyOf(readers);
    }

    @Override
    public Set<Protocol> protocols() {
        Set<Protocol> all = new HashSet<>();
        readers.forEach(reader -> all.addAll(reader.protocols()));
        return all;
    }

    @Override
    public List<EthCall> calls(List<PoolSpec> pools) {
        requireKnown(pools);
        return readers.stream()
                .flatMap(reader -> reader.calls(of(reader, pools)).stream())
                .toList();
    }

    @Override
    public List<PoolState> states(List<PoolSpec> pools, List<CallResult> answers, Instant time) {
        requireKnown(pools);
        List<PoolState> states = new ArrayList<>();
        int at = 0;
        for (StateReads reader : readers) {
            List<PoolSpec> own = of(reader, pools);
            int end = at + reader.calls(own).size();
            if (end > answers.size()) {
                throw new IllegalArgumentException("only " + answers.size() + " answers");
            }
            states.addAll(reader.states(own, answers.subList(at, end), time));
            at = end;
        }
        return pools.stream()
                .map(pool -> states.stream()
                        .filter(state -> state.id().equals(pool.id()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private void requireKnown(List<PoolSpec> pools) {
        for (PoolSpec pool : pools) {
            if (!protocols().contains(pool.protocol())) {
                throw new IllegalArgumentException(
                        "no reader of pools of " + pool.venue().label());
            }
        }
    }

    private List<PoolSpec> of(StateReads reader, List<PoolSpec> pools) {
        return pools.stream()
                .filter(pool -> readers.stream()
                        .filter(other -> other.protocols().contains(pool.protocol()))
                        .findFirst()
                        .filter(reader::equals)
                        .isPresent())
                .toList();
    }
}
