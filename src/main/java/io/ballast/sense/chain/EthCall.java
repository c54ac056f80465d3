package io.ballast.sense.chain;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.util.Map;

/**
 * One read-only call.
 *
 * @param from sender as the contract sees it
 * @param codeOverrides code put in place of an account's own for this call only
 */
public record EthCall(Address from, Address to, Bytes data, Map<Address, Bytes> codeOverrides) {
    public EthCall {
        codeOverrides = Map.copyOf(codeOverrides);
    }

    public static EthCall to(Address to, Bytes data) {
        return new EthCall(Address.ZERO, to, data, Map.of());
    }
}
