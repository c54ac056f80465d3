package io.ballast.act.journal.json;

import io.ballast.base.units.Address;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Addresses by EIP-55, remembered: one decision spells a few of them hundreds of times, and each spelling takes a hash.
 * Thread-safe.
 */
final class AddressText {
    private static final int MOST = 10_000;
    private final Map<Address, String> texts = new ConcurrentHashMap<>();
    private final Map<String, Address> addresses = new ConcurrentHashMap<>();

    String write(Address address) {
        return known(texts, address, Address::checksummed);
    }

    /** @throws IllegalArgumentException for what is no address */
    Address read(String text) {
        return known(addresses, text, Address::parse);
    }

    private static <K, V> V known(Map<K, V> known, K key, Function<K, V> make) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(key, make);
    }
}
