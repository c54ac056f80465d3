package io.ballast.act.risk;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;

/**
 * What code a contract had when it was first seen, or last accepted.
 *
 * @param code its fingerprint, proxies followed
 */
public record CodePin(Address address, Hash32 code) {}
