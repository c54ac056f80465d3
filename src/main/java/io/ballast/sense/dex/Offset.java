package io.ballast.sense.dex;

import io.ballast.base.units.UInt256;
import io.ballast.base.units.Unsigned512;

/**
 * Turns the totals of a ladder into those of a path that joined it at a stop.
 *
 * @param path totals at that stop as the path has them
 * @param ladder totals there as the ladder has them
 */
record Offset(Rung path, Rung ladder) {
    /** Input up to a rung and {@code part} of what follows; the register is used up. */
    UInt256 paid(Rung rung, Unsigned512 part) {
        return part.add(rung.paid()).add(path.paid()).subtract(ladder.paid()).toUInt256();
    }

    /** Fees likewise. */
    UInt256 fees(Rung rung, Unsigned512 part) {
        return part.add(rung.fees()).add(path.fees()).subtract(ladder.fees()).toUInt256();
    }

    /** Output likewise. */
    UInt256 out(Rung rung, Unsigned512 part) {
        return part.add(rung.out()).add(path.out()).subtract(ladder.out()).toUInt256();
    }

    int crossed(Rung rung) {
        return rung.crossed() + path.crossed() - ladder.crossed();
    }
}
