package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import java.util.List;

/**
 * What a contract's code is, and where it leads.
 *
 * @param hash Keccak of its code
 * @param leads implementations and beacons, in the order of the slots that name them
 * @param askedAsBeacon whether it was asked what it leads to
 */
record CodeLook(Hash32 hash, List<Address> leads, boolean askedAsBeacon) {
    CodeLook {
        leads = List.copyOf(leads);
    }
}
