package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Bytes;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.Route;
import java.io.ByteArrayOutputStream;

/** The packed path of a V3 route: token (20 bytes), then for each hop its fee (3) and the next token (20). */
final class V3Path {
    private V3Path() {}

    static Bytes of(Route route) {
        ByteArrayOutputStream path = new ByteArrayOutputStream();
        path.writeBytes(route.in().address().bytes());
        for (Hop hop : route.hops()) {
            int fee = hop.feePips();
            path.writeBytes(new byte[] {(byte) (fee >>> 16), (byte) (fee >>> 8), (byte) fee});
            path.writeBytes(hop.out().address().bytes());
        }
        return Bytes.of(path.toByteArray());
    }
}
