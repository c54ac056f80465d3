package io.ballast.sense.market;

import io.ballast.base.config.TextForm;
import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import java.util.Locale;

/** The id by which a vault knows a pool; Balancer's begins with the address of the pool's contract. */
@TextForm(
        expected = "a pool id: 0x and 64 hex digits",
        example = "0x0000000000000000000000000000000000000001000200000000000000000001",
        pattern = "0x[0-9a-fA-F]{64}")
public record VaultPoolId(PoolId id) {
    public static VaultPoolId parse(String text) {
        if (!text.matches("0x[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("is not 0x and 64 hex digits");
        }
        return new VaultPoolId(new PoolId(text.toLowerCase(Locale.ROOT)));
    }

    boolean beginsWith(Address address) {
        return id.hex().startsWith(address.hex());
    }

    public String text() {
        return id.hex();
    }
}
