package io.ballast.lab.backtest.judgement;

import io.ballast.think.model.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Identity of a result: the same four inputs give the same run, whenever and wherever it is made.
 *
 * @param scenario of the scenario's text and every file it names, hex
 * @param data of the histories, hex
 * @param code version of the program
 * @param model hex; empty where none scores
 */
public record Hashes(String scenario, String data, String code, Optional<String> model) {

    /** SHA-256 in hex over the four, each after its name and its length. */
    public String result() {
        Sha256 hash = new Sha256();
        parts().forEach((name, part) -> hash.add(name + " " + part.length() + " " + part + "\n"));
        return hash.hex();
    }

    /** Result first, then what it is made of. */
    public Map<String, String> byName() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("result", result());
        all.putAll(parts());
        return all;
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("scenario", scenario);
        parts.put("data", data);
        parts.put("code", code);
        parts.put("model", model.orElse("none"));
        return parts;
    }
}
