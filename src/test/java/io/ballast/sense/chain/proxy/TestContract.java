package io.ballast.sense.chain.proxy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hex;
import io.ballast.sense.chain.anvil.AnvilRpc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Contracts of ours ({@code src/test/solidity}) that stand where a rollup has its own. */
final class TestContract {
    private TestContract() {}

    static Bytes code(String name) {
        try (InputStream in = TestContract.class.getResourceAsStream(name + ".hex")) {
            if (in == null) {
                throw new IllegalStateException(name + ".hex is missing from the class path");
            }
            return Bytes.parse("0x" + new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void place(AnvilRpc anvil, Address at, String name) {
        anvil.setCode(at, code(name));
    }

    static void store(AnvilRpc anvil, Address at, int slot, BigInteger value) {
        anvil.call("anvil_setStorageAt", at.hex(), Hex.ofQuantity(slot), word(value));
    }

    static String word(BigInteger value) {
        return String.format("0x%064x", value);
    }
}
