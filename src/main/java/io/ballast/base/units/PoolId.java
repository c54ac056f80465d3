package io.ballast.base.units;

/**
 * Identity of a pool: its contract address, or for pools inside one contract (Uniswap V4) the 32-byte id.
 *
 * @param hex lower-case text, {@code 0x} and 40 or 64 digits
 */
public record PoolId(String hex) implements Comparable<PoolId> {
    public PoolId {
        if (!Hex.isLowerCase(hex, 40) && !Hex.isLowerCase(hex, 64)) {
            throw new IllegalArgumentException(
                    "pool id must be 0x and 40 or 64 lower-case hex digits, was \"" + hex + "\"");
        }
    }

    public static PoolId of(Address address) {
        return new PoolId(address.hex());
    }

    /** Whether the pool is a contract of its own. */
    public boolean isContract() {
        return hex.length() == 42;
    }

    /** The contract's address; only for pools that are a contract of their own. */
    public Address address() {
        return new Address(hex);
    }

    @Override
    public int compareTo(PoolId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return isContract() ? address().checksummed() : hex;
    }
}
