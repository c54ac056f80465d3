package io.ballast.sense.dex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * States of real pools and what their contracts answered at the same block, recorded by others; they lie beside the project. A test
 * without them is skipped, and fails in CI.
 */
final class RecordedAnswers {
    private RecordedAnswers() {}

    /** One answer: {@code GIVEN_IN|BAL->WETH|amount}. */
    record Answer(TokenAmount in, TokenAmount out) {}

    static JsonNode json(String name) {
        return new ObjectMapper()
                .readTree(file("chain/recorded_pools_and_onchain_quotes")
                        .resolve(name)
                        .toFile());
    }

    /** A file or folder among the recorded data. */
    static Path file(String name) {
        Path root = Path.of(System.getProperty("ballast.root", System.getProperty("user.dir")));
        Path file = root.resolve("../shared/data").resolve(name);
        String absent = "recorded answers are not here: " + file.normalize();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(file).as(absent).exists();
        }
        assumeTrue(Files.exists(file), absent);
        return file;
    }

    static Token token(JsonNode json) {
        return new Token(
                Address.parse(json.get("address").asString()),
                json.get("symbol").asString(),
                json.get("decimals").asInt());
    }

    static List<Token> tokens(JsonNode pool) {
        return StreamSupport.stream(pool.get("tokens").spliterator(), false)
                .map(RecordedAnswers::token)
                .toList();
    }

    static List<BigInteger> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::bigIntegerValue)
                .toList();
    }

    /** Exact inputs; the last two parts of a key are the tokens and the amount. */
    static List<Answer> exactIn(JsonNode golden, List<Token> tokens) {
        List<Answer> answers = new ArrayList<>();
        golden.get("entries").properties().forEach(entry -> {
            String[] parts = entry.getKey().split("\\|");
            String[] pair = parts[parts.length - 2].split("->");
            answers.add(new Answer(
                    new TokenAmount(named(tokens, pair[0]), new BigInteger(parts[parts.length - 1])),
                    new TokenAmount(
                            named(tokens, pair[1]),
                            entry.getValue().get("value").bigIntegerValue())));
        });
        return answers;
    }

    private static Token named(List<Token> tokens, String symbol) {
        return tokens.stream()
                .filter(token -> token.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }
}
