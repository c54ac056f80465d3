package io.ballast.act.journal.json;

import io.ballast.base.units.Address;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Addresses by EIP-55, remembered: one decision spells a few of them hundreds of times, and each spelling takes a hash.
 * Thread-safe.
 */
final class AddressText {
    private static final int MOST = 10_000;
    private final Map<Address, String> texts = new ConcurrentHashMap<>();
    private final Map<String, Address> addresses = new ConcurrentHashMap<>();

    String write(Address address) {
        return Known.of(texts, address, MOST, Address::checksummed);
    }

    /** @throws IllegalArgumentException for what is no address */
    Address read(String text) {
        return Known.of(addresses, text, MOST, Address::parse);
    }
}
