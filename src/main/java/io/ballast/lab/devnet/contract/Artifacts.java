package io.ballast.lab.devnet.contract;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creation code of contracts: of the cached artifacts, and of the project's own (`src/main/solidity`). Immutable. */
public final class Artifacts {
    /** Text, or foundry's object whose first member is the text. */
    private static final Pattern BYTECODE =
            Pattern.compile("\"bytecode\"\\s*:\\s*(?:\\{\\s*\"object\"\\s*:\\s*)?\"(?:0x)?([0-9a-fA-F_$]+)\"");

    private static final Pattern LIBRARY = Pattern.compile("__\\$[0-9a-f]{34}\\$__");
    private static final Pattern LITERAL = Pattern.compile("hex\"([0-9a-f]+)\"");
    private static final Pattern MULTICALL3 = Pattern.compile("multicall3Bytecode\\s*=\\s*'0x([0-9a-f]+)'");

    private final Map<String, byte[]> files;

    Artifacts(Map<String, byte[]> files) {
        this.files = Map.copyOf(files);
    }

    /** Creation code of the JSON artifact {@code <contract>.json}, which must need no library. */
    public Bytes creation(String contract) {
        return code(contract, found(BYTECODE, contract + ".json"));
    }

    /** Creation code of an artifact that needs one library. */
    public Bytes linked(String contract, Address library) {
        String digits = library.hex().substring(2);
        return code(
                contract, LIBRARY.matcher(found(BYTECODE, contract + ".json")).replaceAll(digits));
    }

    /** Creation code of Multicall3, which is published inside a JavaScript file. */
    public Bytes multicall3() {
        return code("Multicall3", found(MULTICALL3, "Multicall3.js"));
    }

    /** Code that is published as a literal inside a Solidity file, {@code <contract>.sol}. */
    public Bytes literal(String contract) {
        return code(contract, found(LITERAL, contract + ".sol"));
    }

    /** Creation code of a contract of this project. */
    public static Bytes own(String contract) {
        String resource = "/io/ballast/lab/devnet/" + contract + ".hex";
        try (InputStream in = Artifacts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + resource);
            }
            return Bytes.parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private String found(Pattern pattern, String file) {
        byte[] content = files.get(file);
        if (content == null) {
            throw new ContractsUnavailableException("the pins name no file " + file);
        }
        Matcher matcher = pattern.matcher(new String(content, StandardCharsets.UTF_8));
        if (!matcher.find()) {
            throw new ContractsUnavailableException(file + " holds no creation code");
        }
        return matcher.group(1);
    }

    private static Bytes code(String contract, String digits) {
        if (digits.contains("_")) {
            throw new ContractsUnavailableException(contract + " must be linked with a library first");
        }
        return Bytes.parse("0x" + digits);
    }
}
