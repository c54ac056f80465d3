package io.ballast.sense.chain.web3j;

import static io.ballast.sense.chain.web3j.Samples.block;
import static io.ballast.sense.chain.web3j.Samples.log;
import static io.ballast.sense.chain.web3j.Samples.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainException.Kind;
import io.ballast.sense.chain.proxy.Fault;
import io.ballast.sense.chain.proxy.FaultProxy;
import io.ballast.sense.chain.proxy.Faults;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The table of what goes wrong with one answer, by the numbers of the fault matrix (F13 to F17 and its list of bad input):
 * each is a typed error on every read it can reach, never zero, never empty, and is read again once it is over.
 *
 * <p>The rest of the matrix lies where more than one answer is needed: F18 and F19 in {@code HeadGuardTest} and
 * {@code MarketUnderFaultsIT}, F20 and F21 in {@code QuorumTest}, F22 in {@code FailoverTest}, F23 and F24 in
 * {@code SocketHeadFeedIT}; names and certificates in {@code CertificateTest}; each field of
 * each answer spoilt in {@code MalformedAnswersTest}, each body in {@code SpoiltBodiesTest}.
 */
class RpcFaultMatrixTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<String, Function<Web3jChain, Object>> READS = Map.of(
            "head", Web3jChain::head,
            "headers", chain -> chain.headers(List.of(7L, 7L)),
            "balance", chain -> chain.balance(Samples.BLOCK, Samples.POOL),
            "nonce", chain -> chain.minedNonce(Samples.POOL),
            "calls", chain -> chain.call(Samples.BLOCK, List.of(Samples.CALL, Samples.CALL)),
            "logs", chain -> chain.logs(Samples.LOGS),
            "receipt", chain -> chain.receipt(Samples.TX));
    private static final List<String> EVERY = READS.keySet().stream().sorted().toList();
    private static final List<String> BATCHES = List.of("calls", "headers", "logs");
    private static final RpcLimits SHORT = Samples.LIMITS.withWhole(Duration.ofMillis(1200));
    private static final FailoverPolicy ONCE =
            new FailoverPolicy(1, Duration.ofMillis(1), Duration.ofMillis(2), Integer.MAX_VALUE, Duration.ofMinutes(1));

    private static FakeNode node;
    private static FaultProxy proxy;
    private static Web3jChain chain;
    private static Web3jChain hasty;

    @BeforeAll
    static void start() {
        node = new FakeNode()
                .result("eth_getBlockByNumber", block())
                .result("eth_getBalance", "\"0x4d\"")
                .result("eth_getTransactionCount", "\"0x5\"")
                .result("eth_call", "\"0x0102\"")
                .result("eth_getLogs", "[" + log() + "]")
                .result("eth_getTransactionReceipt", receipt());
        proxy = new FaultProxy(URI.create(node.url()));
        chain = new Web3jChain(List.of(proxy.url()), FakeNode.CHAIN, Samples.LIMITS, ONCE);
        hasty = new Web3jChain(List.of(proxy.url()), FakeNode.CHAIN, SHORT, ONCE);
    }

    @AfterAll
    static void stop() {
        proxy.close();
        node.close();
    }

    @AfterEach
    void heal() {
        proxy.with();
    }

    static Stream<Arguments> table() {
        return Stream.of(
                        everywhere("F13 connection refused", Kind.UNAVAILABLE, Faults.refuse()),
                        everywhere("F13 connection dropped", Kind.UNAVAILABLE, Faults.drop()),
                        everywhere("F15 429", Kind.UNAVAILABLE, Faults.status(429, "slow down")),
                        everywhere("F15 500", Kind.UNAVAILABLE, Faults.status(500, "")),
                        everywhere(
                                "F15 502 as a page", Kind.UNAVAILABLE, Faults.status(502, "<html>Bad Gateway</html>")),
                        everywhere("F15 200 as a page", Kind.MALFORMED, Faults.status(200, "<html>Log in</html>")),
                        everywhere("§5 redirect elsewhere", Kind.UNAVAILABLE, Faults.redirect("http://127.0.0.1:1/")),
                        everywhere(
                                "F16 cut JSON",
                                Kind.MALFORMED,
                                Faults.body(text -> text.substring(0, text.length() - 3))),
                        everywhere(
                                "F16 wrong id",
                                Kind.MALFORMED,
                                Faults.body(text -> text.replace("\"id\":", "\"id\":9"))),
                        everywhere(
                                "F16 body over the cap",
                                Kind.MALFORMED,
                                Faults.body(text -> text + " ".repeat(2 << 20))),
                        everywhere("§5 gzip bomb", Kind.MALFORMED, Faults.gzipBomb(64 << 20)),
                        batches("F16 id twice in a batch", items -> items.set(1, items.get(0))),
                        batches("F16 item missing in a batch", items -> items.remove(0)),
                        batches(
                                "F16 item too many in a batch",
                                items -> items.addObject()
                                        .put("jsonrpc", "2.0")
                                        .put("id", 0)
                                        .put("result", "0x1")),
                        results(
                                "F17 error beside a result",
                                answer ->
                                        answer.putObject("error").put("code", 1).put("message", "no")),
                        results("F17 neither result nor error", answer -> answer.remove("result")),
                        results(
                                "§5 error code as text",
                                answer -> answer.without("result")
                                        .putObject("error")
                                        .put("code", "-32000")
                                        .put("message", "no")),
                        values("F17 null", "null", "head", "balance", "nonce", "calls", "logs"),
                        values("F17 negative hex", "\"-0x1\"", "balance", "nonce", "calls"),
                        values("F17 odd number of digits", "\"0x123\"", "calls"),
                        values("F17 0x for a number", "\"0x\"", "balance", "nonce"),
                        values(
                                "§5 list where an object is due",
                                "[]",
                                "head",
                                "headers",
                                "balance",
                                "calls",
                                "receipt"),
                        values("§5 object where a list is due", "{}", "logs"),
                        values("§5 number as decimal text", "\"77\"", "balance", "nonce"),
                        values("§5 JSON number", "77", "balance", "nonce", "calls"),
                        values("§5 hex of a million digits", "\"0x" + "f".repeat(1_000_000) + "\"", "balance", "nonce"),
                        values("§5 number over 2^256", "\"0x1" + "0".repeat(64) + "\"", "balance", "nonce"),
                        spoilt("§5 address of 19 bytes", log(), Samples.POOL.hex(), "0x" + "1".repeat(38), "logs"),
                        spoilt("§5 log without topics", log(), "[\"" + Samples.TOPIC + "\"]", "[]", "logs"),
                        spoilt(
                                "§5 log with five topics",
                                log(),
                                "[\"",
                                "[" + ("\"" + Samples.TOPIC + "\",").repeat(4) + "\"",
                                "logs"),
                        spoilt("§5 removed log", log(), "\"removed\":false", "\"removed\":true", "logs"),
                        spoilt("§5 block without base fee", block(), "baseFeePerGas", "other", "head"),
                        spoilt(
                                "F21 receipt of no known status",
                                receipt(),
                                "\"status\":\"0x1\"",
                                "\"status\":\"0x2\"",
                                "receipt"))
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> everywhere(String name, Kind kind, Fault fault) {
        return EVERY.stream().map(read -> arguments(name, read, kind, fault));
    }

    private static Stream<Arguments> batches(String name, java.util.function.Consumer<ArrayNode> change) {
        return BATCHES.stream().map(read -> arguments(name, read, Kind.MALFORMED, Faults.batch(change)));
    }

    private static Stream<Arguments> results(
            String name, java.util.function.Consumer<tools.jackson.databind.node.ObjectNode> change) {
        return EVERY.stream()
                .map(read -> arguments(name, read, Kind.MALFORMED, Faults.answers(METHODS.get(read), answer -> {
                    change.accept(answer);
                    return answer;
                })));
    }

    private static final Map<String, String> METHODS = Map.of(
            "head", "eth_getBlockByNumber",
            "headers", "eth_getBlockByNumber",
            "balance", "eth_getBalance",
            "nonce", "eth_getTransactionCount",
            "calls", "eth_call",
            "logs", "eth_getLogs",
            "receipt", "eth_getTransactionReceipt");

    private static Stream<Arguments> values(String name, String json, String... reads) {
        return Stream.of(reads)
                .map(read -> arguments(name, read, Kind.MALFORMED, Faults.result(METHODS.get(read), json)));
    }

    private static Stream<Arguments> spoilt(String name, String sound, String from, String to, String read) {
        assertThat(sound).contains(from);
        String json = sound.replace(from, to);
        return values(name, read.equals("logs") ? "[" + json + "]" : json, read);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @MethodSource("table")
    void isATypedErrorAndHealsWithTheFault(String name, String read, Kind kind, Fault fault) {
        proxy.with(fault.sparing("eth_chainId"));
        assertThatThrownBy(() -> READS.get(read).apply(chain))
                .as(name)
                .isInstanceOfSatisfying(
                        ChainException.class,
                        e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
        proxy.with();
        assertThat(READS.get(read).apply(chain)).isNotNull();
    }

    static Stream<Arguments> slow() {
        Map<String, Fault> faults = Map.of(
                "F14 hangs", Faults.hang(),
                "F14 answers too late", Faults.delay(Duration.ofSeconds(3)),
                "§5 one byte a second", Faults.slow(1, Duration.ofSeconds(1)));
        return faults.entrySet().stream()
                .flatMap(fault ->
                        Stream.of("balance", "calls").map(read -> arguments(fault.getKey(), read, fault.getValue())));
    }

    /** The short limit asks what is slow alone: a sound answer may take as long as a busy machine makes it. */
    @ParameterizedTest(name = "{0}: {1} ends by the limit")
    @MethodSource("slow")
    void aSlowAnswerIsATypedErrorAndHealsWithTheFault(String name, String read, Fault fault) {
        proxy.with(fault.sparing("eth_chainId"));
        assertThatThrownBy(() -> READS.get(read).apply(hasty))
                .as(name)
                .isInstanceOfSatisfying(
                        ChainException.class,
                        e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(Kind.UNAVAILABLE));
        proxy.with();
        assertThat(READS.get(read).apply(chain)).isNotNull();
    }

    @Test
    void f16TakesAReorderedBatchByItsIds() {
        Object sound = READS.get("calls").apply(chain);
        proxy.with(Faults.reorderedBatch());
        assertThat(READS.get("calls").apply(chain)).isEqualTo(sound);
    }

    @Test
    void f13ReadsAgainWithPausesUntilTheNodeIsBack() {
        Web3jChain patient = new Web3jChain(
                List.of(proxy.url()),
                FakeNode.CHAIN,
                Samples.LIMITS,
                new FailoverPolicy(4, Duration.ofMillis(20), Duration.ofMillis(80), 100, Duration.ofMinutes(1)));
        proxy.with(Faults.refuse().times(3).sparing("eth_chainId"));
        assertThat(patient.balance(Samples.BLOCK, Samples.POOL)).isEqualTo(Wei.of(77));
        assertThat(proxy.asked("eth_getBalance")).isGreaterThanOrEqualTo(4);
    }

    @Test
    void showsNoControlCharactersOfAMessage() {
        String evil = "no\u001b[2J\u202Emoney\u0007\r\n2026-01-01 INFO sold \u2066all\u2069\u0000";
        proxy.with(Faults.error("eth_getBalance", -32000, evil));
        assertThatThrownBy(() -> READS.get("balance").apply(chain))
                .isInstanceOfSatisfying(
                        ChainException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                .hasMessageContaining("money")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
    }

    @Test
    void showsNoControlCharactersOfAValue() {
        proxy.with(Faults.result("eth_getBalance", MAPPER.writeValueAsString("0x\u001b[31m\u202E1\n")));
        assertThatThrownBy(() -> READS.get("balance").apply(chain))
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
    }
}
