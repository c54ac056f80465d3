package io.ballast.lab.devnet.anvil;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Wei;
import java.util.Optional;

/**
 * A transaction of one of the devnet's own accounts.
 *
 * @param to empty to create a contract
 * @param gas limit in units of gas; nothing is estimated
 */
public record DevTransaction(Address from, Optional<Address> to, Bytes data, Wei value, long gas) {
    public static DevTransaction call(Address from, Address to, Bytes data, long gas) {
        return new DevTransaction(from, Optional.of(to), data, Wei.ZERO, gas);
    }

    public static DevTransaction creation(Address from, Bytes data, long gas) {
        return new DevTransaction(from, Optional.empty(), data, Wei.ZERO, gas);
    }

    public static DevTransaction payment(Address from, Address to, Bytes data, Wei value, long gas) {
        return new DevTransaction(from, Optional.of(to), data, value, gas);
    }
}
