package io.ballast.sense.chain.web3j;

import static io.ballast.sense.chain.web3j.Samples.block;
import static io.ballast.sense.chain.web3j.Samples.log;
import static io.ballast.sense.chain.web3j.Samples.receipt;
import static io.ballast.sense.chain.web3j.Samples.simulated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every spoilt answer is a typed error: never zero, never empty, never a guess. */
class MalformedAnswersTest {
    private static final Map<String, Function<Web3jChain, Object>> READS = Map.of(
            "head", Web3jChain::head,
            "header", chain -> chain.header(Samples.BLOCK),
            "headers", chain -> chain.headers(List.of(7L)),
            "balance", chain -> chain.balance(Samples.BLOCK, Samples.POOL),
            "nonce", chain -> chain.minedNonce(Samples.POOL),
            "code", chain -> chain.code(Samples.BLOCK, Samples.POOL),
            "call", chain -> chain.call(Samples.BLOCK, List.of(Samples.CALL)),
            "logs", chain -> chain.logs(Samples.LOGS),
            "receipt", chain -> chain.receipt(Samples.TX),
            "simulate", chain -> chain.simulate(Samples.BLOCK, List.of(Samples.SIMULATED)));

    private static final Map<String, String> METHODS = Map.of(
            "head", "eth_getBlockByNumber",
            "header", "eth_getBlockByHash",
            "headers", "eth_getBlockByNumber",
            "balance", "eth_getBalance",
            "nonce", "eth_getTransactionCount",
            "code", "eth_getCode",
            "call", "eth_call",
            "logs", "eth_getLogs",
            "receipt", "eth_getTransactionReceipt",
            "simulate", "eth_simulateV1");

    private static final FailoverPolicy PATIENT =
            new FailoverPolicy(1, Duration.ofMillis(1), Duration.ofMillis(2), Integer.MAX_VALUE, Duration.ofMinutes(1));

    private static final FakeNode NODE = new FakeNode();
    private static final Web3jChain CHAIN =
            new Web3jChain(List.of(NODE.url()), FakeNode.CHAIN, Samples.LIMITS, PATIENT);

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @BeforeEach
    void answerSoundly() {
        NODE.result("eth_getBlockByNumber", block())
                .result("eth_getBlockByHash", block())
                .result("eth_getBalance", "\"0x4d\"")
                .result("eth_getTransactionCount", "\"0x5\"")
                .result("eth_getCode", "\"0x60\"")
                .result("eth_call", "\"0x0102\"")
                .result("eth_getLogs", "[" + log() + "]")
                .result("eth_getTransactionReceipt", receipt())
                .result("eth_getTransactionByHash", "{\"hash\":\"" + Samples.TX + "\"}")
                .result("eth_simulateV1", simulated());
    }

    @Test
    void soundAnswersAreRead() {
        assertThat(READS.values())
                .allSatisfy(read -> assertThat(read.apply(CHAIN)).isNotNull());
        assertThat(CHAIN.balance(Samples.BLOCK, Samples.POOL)).isEqualTo(Wei.of(77));
        assertThat(CHAIN.logs(Samples.LOGS)).hasSize(1);
        assertThat(CHAIN.receipt(Samples.TX))
                .hasValueSatisfying(found -> assertThat(found.fee())
                        .isEqualTo(new Wei(java.math.BigInteger.valueOf(21000L * 1_000_000_001L))));
    }

    @Test
    void aRollupsReceiptTellsItsDataFee() {
        NODE.result("eth_getTransactionReceipt", receipt().replace("\"status\"", "\"l1Fee\":\"0x64\",\"status\""));
        assertThat(CHAIN.receipt(Samples.TX)).hasValueSatisfying(found -> {
            assertThat(found.l1Fee()).isEqualTo(Wei.of(100));
            assertThat(found.fee()).isEqualTo(new Wei(java.math.BigInteger.valueOf(21000L * 1_000_000_001L + 100)));
        });
    }

    static Stream<Arguments> spoiltResults() {
        return Stream.of(
                        quantities("balance"),
                        quantities("nonce"),
                        data("code"),
                        data("call"),
                        headers("head"),
                        headers("header"),
                        headers("headers"),
                        logs(),
                        receipts(),
                        simulations())
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> quantities(String read) {
        return Stream.of(
                        "null",
                        "\"0x\"",
                        "\"\"",
                        "\"77\"",
                        "77",
                        "true",
                        "[]",
                        "{}",
                        "\"-0x1\"",
                        "\"0x-1\"",
                        "\"0xg\"",
                        "\"0x1" + "0".repeat(64) + "\"",
                        "\"0x" + "f".repeat(500_000) + "\"")
                .map(json -> arguments(read, json));
    }

    private static Stream<Arguments> data(String read) {
        return Stream.of("null", "\"0x1\"", "\"\"", "\"1234\"", "\"0xzz\"", "0", "[]")
                .map(json -> arguments(read, json));
    }

    private static Stream<Arguments> headers(String read) {
        return Stream.concat(
                        Stream.of("[]", "\"0x7\"", "{}", "7"),
                        spoil(
                                block(),
                                "\"number\":\"0x7\"",
                                "\"number\":7",
                                "\"number\":\"0x7\"",
                                "\"number\":\"0x\"",
                                "\"number\":\"0x7\"",
                                "\"number\":\"0x8000000000000000\"",
                                "\"baseFeePerGas\"",
                                "\"other\"",
                                "\"timestamp\":\"0x6502a1c0\"",
                                "\"timestamp\":\"0x7fffffffffffffff\"",
                                "\"timestamp\"",
                                "\"other\"",
                                "\"gasUsed\":\"0x5208\"",
                                "\"gasUsed\":null",
                                Samples.BLOCK.hex(),
                                "0x" + "b".repeat(62),
                                Samples.PARENT.hex(),
                                "0x" + "b".repeat(66)))
                .map(json -> arguments(read, json));
    }

    private static Stream<Arguments> logs() {
        return Stream.concat(
                        Stream.of("null", "{}", "\"0x\"", "[[]]", "[" + log() + "," + log() + "]"),
                        spoil(
                                "[" + log() + "]",
                                "\"removed\":false",
                                "\"removed\":true",
                                Samples.POOL.hex(),
                                "0x" + "1".repeat(38),
                                Samples.POOL.hex(),
                                "0x" + "2".repeat(40),
                                "[\"" + Samples.TOPIC + "\"]",
                                "[]",
                                "[\"" + Samples.TOPIC + "\"]",
                                "[\"" + Samples.TX + "\"]",
                                "[\"" + Samples.TOPIC + "\"]",
                                "[" + ("\"" + Samples.TOPIC + "\",").repeat(4) + "\"" + Samples.TOPIC + "\"]",
                                "\"topics\":[\"0xdd",
                                "\"topics\":[\"0xd",
                                "\"0x0102\"",
                                "\"0x012\"",
                                "\"blockNumber\":\"0x6\"",
                                "\"blockNumber\":\"0x4\"",
                                "\"blockNumber\":\"0x6\"",
                                "\"blockNumber\":null",
                                "\"logIndex\":\"0x3\"",
                                "\"logIndex\":\"0xffffffff\""))
                .map(json -> arguments("logs", json));
    }

    private static Stream<Arguments> receipts() {
        return Stream.concat(
                        Stream.of("[]", "{}", "true"),
                        spoil(
                                receipt(),
                                "\"status\":\"0x1\"",
                                "\"status\":\"0x2\"",
                                "\"status\":\"0x1\"",
                                "\"status\":null",
                                "\"status\":\"0x1\"",
                                "\"status\":true",
                                "\"effectiveGasPrice\"",
                                "\"other\"",
                                "{\"transactionHash\":\"" + Samples.TX,
                                "{\"transactionHash\":\"" + Samples.BLOCK,
                                "\"blockHash\":\"" + Samples.BLOCK + "\",\"transactionIndex\"",
                                "\"blockHash\":\"" + Samples.TX + "\",\"transactionIndex\"",
                                "\"removed\":false",
                                "\"removed\":true",
                                "\"status\"",
                                "\"l1Fee\":null,\"status\"",
                                "\"status\"",
                                "\"l1Fee\":\"0x\",\"status\"",
                                "\"logs\"",
                                "\"other\""))
                .map(json -> arguments("receipt", json));
    }

    private static Stream<Arguments> simulations() {
        return Stream.concat(
                        Stream.of("null", "[]", "{}", "[{\"calls\":[]}]"),
                        spoil(
                                simulated(),
                                "\"status\":\"0x1\"",
                                "\"status\":\"0x3\"",
                                "\"returnData\":\"0x01\"",
                                "\"returnData\":\"0x0\"",
                                "\"returnData\":\"0x01\"",
                                "\"returnData\":null",
                                "\"gasUsed\"",
                                "\"other\"",
                                "\"logs\":[",
                                "\"logs\":[null,"))
                .map(json -> arguments("simulate", json));
    }

    /** The sound text with one spot changed at a time. */
    private static Stream<String> spoil(String sound, String... fromTo) {
        return Stream.iterate(0, i -> i < fromTo.length, i -> i + 2).map(i -> {
            assertThat(sound).contains(fromTo[i]);
            return sound.replace(fromTo[i], fromTo[i + 1]);
        });
    }

    @ParameterizedTest(name = "{0} [{index}]")
    @MethodSource("spoiltResults")
    void refusesASpoiltResult(String read, String json) {
        NODE.result(METHODS.get(read), json);
        assertMalformed(read);
    }

    static Stream<Arguments> spoiltEnvelopes() {
        String ok = "\"result\":\"0x4d\"";
        return Stream.of(
                arguments("error with result", ok + ",\"error\":{\"code\":-32000,\"message\":\"no\"}"),
                arguments("neither", "\"other\":1"),
                arguments("error code as text", "\"error\":{\"code\":\"-32000\",\"message\":\"no\"}"),
                arguments("error without message", "\"error\":{\"code\":-32000}"),
                arguments("error is text", "\"error\":\"no\""),
                arguments("error is an empty list", "\"error\":[]"),
                arguments("error code too large", "\"error\":{\"code\":99999999999,\"message\":\"no\"}"),
                arguments("result twice", ok + "," + ok));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltEnvelopes")
    void refusesASpoiltEnvelopeSinglyAndInABatch(String name, String members) {
        NODE.members("eth_getBalance", members).members("eth_call", members);
        assertMalformed("balance");
        assertMalformed("call");
    }

    private void assertMalformed(String read) {
        assertThatThrownBy(() -> READS.get(read).apply(CHAIN))
                .isInstanceOfSatisfying(
                        ChainException.class, e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.MALFORMED));
    }
}
