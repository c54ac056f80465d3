package io.ballast.lab.faults;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Makes a contract of the chain misbehave while it is in use, and well again: code of {@code QuirkProxies.sol} takes its place,
 * over the same storage. One at a time.
 */
final class Quirk {
    private static final Address REAL = new Address("0x" + "0".repeat(34) + "0f00d5");
    private static final String KNOB = "0x" + "0".repeat(60) + "716b";
    private static final String SWITCH = "0x" + "0".repeat(60) + "716c";
    private final FaultChain chain;
    private final Address at;
    private final Bytes original;

    private Quirk(FaultChain chain, Address at) {
        this.chain = chain;
        this.at = at;
        this.original =
                Bytes.parse(chain.rpc().call("eth_getCode", at.hex(), "latest").stringValue());
    }

    static Quirk on(FaultChain chain, Address contract) {
        return new Quirk(chain, contract);
    }

    /** In place from now on, before the agent pins code, and well-behaved until it begins. */
    Quirk dormant(String name) {
        chain.rpc().setCode(REAL, original);
        chain.rpc().setCode(at, code(name));
        return this;
    }

    Quirk begin() {
        return begin(BigInteger.ZERO);
    }

    /** @param knob what the quirk's own storage slot holds: an account, a number */
    Quirk begin(BigInteger knob) {
        store(KNOB, knob);
        store(SWITCH, BigInteger.ONE);
        return this;
    }

    /** Well-behaved again, under the same code. */
    void rest() {
        store(SWITCH, BigInteger.ZERO);
    }

    private void store(String slot, BigInteger value) {
        chain.rpc().call("anvil_setStorageAt", at.hex(), slot, String.format(Locale.ROOT, "0x%064x", value));
    }

    /** Other code at once. */
    Quirk become(String name, BigInteger knob) {
        chain.rpc().setCode(at, code(name));
        store(KNOB, knob);
        return this;
    }

    /** Code that is in no file: a few bytes. */
    Quirk become(Bytes code) {
        chain.rpc().setCode(at, code);
        return this;
    }

    Bytes original() {
        return original;
    }

    void end() {
        chain.rpc().setCode(at, original);
    }

    static Bytes code(String name) {
        try (InputStream in = Quirk.class.getResourceAsStream(name + ".hex")) {
            if (in == null) {
                throw new IllegalStateException(name + ".hex is missing from the class path");
            }
            return Bytes.parse("0x" + new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
