package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import io.ballast.sense.dex.PoolSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** What our lenses have in common: code that exists only in a call, and calls that stay below a limit of gas. */
final class LensCode {
    private LensCode() {}

    /** Code of a contract as it stands on the class path. */
    static Bytes of(String contract) {
        try (InputStream in = LensCode.class.getResourceAsStream(contract + ".hex")) {
            if (in == null) {
                throw new IllegalStateException(contract + ".hex is missing from the class path");
            }
            return Bytes.parse("0x" + new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Last 20 bytes of a hash: an address at which nobody can have put a contract. */
    static Address nowhere(String name) {
        byte[] hash = Keccak256.digest(name.getBytes(StandardCharsets.US_ASCII));
        return Address.of(Arrays.copyOfRange(hash, 12, 32));
    }

    /** The pools in their order, cut so that each group stays below the gas of a call where it can. */
    static List<List<PoolSpec>> groups(List<PoolSpec> pools, long gasPerCall, ToLongFunction<PoolSpec> gas) {
        List<List<PoolSpec>> groups = new ArrayList<>();
        long left = 0;
        for (PoolSpec pool : pools) {
            long needed = gas.applyAsLong(pool);
            if (groups.isEmpty() || needed > left) {
                groups.add(new ArrayList<>());
                left = gasPerCall;
            }
            groups.get(groups.size() - 1).add(pool);
            left -= needed;
        }
        return groups;
    }
}
