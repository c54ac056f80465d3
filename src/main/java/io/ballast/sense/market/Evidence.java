package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read at a block to check the market against.
 *
 * @param means of the tokens whose mean price is known
 * @param codes fingerprint of each contract's code, proxies followed, empty where nobody asked
 */
public record Evidence(List<MeanPrice> means, Map<Address, Hash32> codes) {
    /** Where nobody asked. */
    public static final Evidence NONE = new Evidence(List.of(), Map.of());

    public Evidence {
        means = List.copyOf(means);
        codes = Map.copyOf(codes);
    }

    /** Mean price of a token; empty if it is unknown. */
    public Optional<MeanPrice> mean(Token token) {
        return means.stream().filter(mean -> mean.token().equals(token)).findFirst();
    }
}
