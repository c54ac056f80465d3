package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.web3j.Multicall3;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A market source that reads, at the block of each observation, what the limits check it against: mean prices, and the code of
 * every contract that prices and trades rest on. One more round trip, two where a proxy leads to something new. Thread-safe.
 */
public final class EvidenceReader implements MarketSource {
    private final MarketSource source;
    private final ChainReader chain;
    private final Universe universe;
    private final Optional<MeanPrices> means;
    private final Optional<CodeSurvey> codes;

    /**
     * @param means whether mean prices are read
     * @param codes whether code is read
     */
    public EvidenceReader(MarketSource source, ChainReader chain, Universe universe, boolean means, boolean codes) {
        this.source = source;
        this.chain = chain;
        this.universe = universe;
        this.means = means ? Optional.of(new MeanPrices(universe)) : Optional.empty();
        this.codes = codes
                ? Optional.of(new CodeSurvey(chain, universe.multicall(), contracts(universe)))
                : Optional.empty();
    }

    /** Fingerprints for a world in which no contract ever changes: what they are does not matter there. */
    public static Map<Address, Hash32> unchanging(Universe universe) {
        return contracts(universe).stream()
                .collect(Collectors.toUnmodifiableMap(address -> address, address -> Hash32.ZERO));
    }

    /** Tokens, feeds, pools, routers: all that a price or a trade goes through. */
    static Set<Address> contracts(Universe universe) {
        Set<Address> contracts = new HashSet<>();
        universe.tokens().forEach(token -> contracts.add(token.address()));
        universe.feeds().forEach(feed -> contracts.add(feed.feed()));
        universe.pools().stream()
                .filter(pool -> pool.id().hex().length() == 42)
                .forEach(pool -> contracts.add(pool.id().address()));
        contracts.addAll(universe.quoters().values());
        universe.rights().forEach(right -> contracts.addAll(List.of(right.keeper(), right.spender())));
        universe.routers().forEach(router -> contracts.add(router.address()));
        universe.contracts().poolManager().ifPresent(contracts::add);
        contracts.add(universe.multicall());
        return contracts;
    }

    @Override
    public Observation observe() {
        return witnessed(source.observe());
    }

    @Override
    public Observation observeAt(BlockHeader header) {
        return witnessed(source.observeAt(header));
    }

    private Observation witnessed(Observation seen) {
        MarketState market = seen.market();
        List<EthCall> calls = new ArrayList<>();
        List<Address> contracts = codes.map(CodeSurvey::first).orElse(List.of());
        means.ifPresent(all -> calls.add(EthCall.to(universe.multicall(), Multicall3.aggregate3(all.calls()))));
        codes.ifPresent(survey -> calls.addAll(survey.calls(contracts)));
        List<CallResult> answers = ask(market, calls);
        List<MeanPrice> found = means.map(all -> all.read(
                        Multicall3.results(
                                answers.get(0).orThrow("oracles of pools"),
                                all.calls().size()),
                        market))
                .orElse(List.of());
        int before = means.isPresent() ? 1 : 0;
        Map<Address, Hash32> prints = codes.map(survey ->
                        survey.read(market.block().hash(), contracts, answers.subList(before, answers.size())))
                .orElse(Map.of());
        return new Observation(market, seen.account(), new Evidence(found, prints));
    }

    private List<CallResult> ask(MarketState market, List<EthCall> calls) {
        try {
            return calls.isEmpty() ? List.of() : chain.call(market.block().hash(), calls);
        } catch (ChainException e) {
            if (codes.isPresent() && Refusal.of(e) == Refusal.NOT_THIS_WAY) {
                throw new ChainException(
                        e.kind(),
                        "the node lends no code to calls, which comparing the code of contracts needs"
                                + " (limits.pin_code: false goes without): " + e.getMessage(),
                        e);
            }
            throw e;
        }
    }
}
