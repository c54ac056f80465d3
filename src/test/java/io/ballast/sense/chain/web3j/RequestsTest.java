package io.ballast.sense.chain.web3j;

import static io.ballast.sense.chain.web3j.Samples.block;
import static io.ballast.sense.chain.web3j.Samples.chain;
import static io.ballast.sense.chain.web3j.Samples.log;
import static io.ballast.sense.chain.web3j.Samples.simulated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainException.Kind;
import io.ballast.sense.chain.EthCall;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is put to a node, and what is made of its errors. */
class RequestsTest {
    private final FakeNode node = new FakeNode();
    private final Web3jChain chain = chain(node);

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void pinsACallToABlockByHashAndOverridesCode() {
        node.result("eth_call", "\"0x\"");
        EthCall call =
                new EthCall(Samples.POOL, Samples.POOL, Bytes.parse("0x12"), Map.of(Samples.POOL, Bytes.parse("0xfe")));
        assertThat(chain.call(Samples.BLOCK, List.of(call))).containsExactly(new CallResult.Returned(Bytes.EMPTY));
        JsonNode params = node.lastBody().get(0).path("params");
        assertThat(params.path(1).path("blockHash").stringValue()).isEqualTo(Samples.BLOCK.hex());
        assertThat(params.path(1).path("requireCanonical").booleanValue()).isTrue();
        assertThat(params.path(2).path(Samples.POOL.hex()).path("code").stringValue())
                .isEqualTo("0xfe");
        assertThat(params.path(0).path("from").stringValue()).isEqualTo(Samples.POOL.hex());
    }

    @Test
    void putsAnyNumberOfCallsInOneRoundTripUpToTheBatchLimit() {
        node.result("eth_call", "\"0x01\"");
        assertThat(chain.call(Samples.BLOCK, Collections.nCopies(250, Samples.CALL)))
                .hasSize(250);
        assertThat(node.lastBody().size()).isEqualTo(250);
        Web3jChain small =
                new Web3jChain(List.of(node.url()), FakeNode.CHAIN, Samples.LIMITS.withMaxBatch(100), Samples.QUICK);
        assertThat(small.call(Samples.BLOCK, Collections.nCopies(250, Samples.CALL)))
                .hasSize(250);
        assertThat(node.lastBody().size()).isEqualTo(50);
    }

    @Test
    void asksNothingForNoCalls() {
        assertThat(chain.call(Samples.BLOCK, List.of())).isEmpty();
        assertThat(node.asked()).containsOnly("eth_chainId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"code\":3,\"message\":\"execution reverted: no\",\"data\":\"0xab\"",
                "\"code\":-32000,\"message\":\"execution reverted\",\"data\":\"0xab\"",
                "\"code\":-32000,\"message\":\"Execution reverted\",\"data\":\"0xab\"",
                "\"code\":-32015,\"message\":\"VM execution error.\",\"data\":\"Reverted 0xab\"",
                "\"code\":-32603,\"message\":\"VM reverted\",\"data\":{\"originalError\":{\"data\":\"0xab\"}}",
                "\"code\":3,\"message\":\"reverted\",\"data\":{\"data\":\"0xab\",\"txHash\":null}"
            })
    void readsARevertWhereverItsDataIs(String error) {
        node.members("eth_call", "\"error\":{" + error + "}");
        assertThat(chain.call(Samples.BLOCK, List.of(Samples.CALL)).getFirst())
                .isInstanceOfSatisfying(
                        CallResult.Reverted.class,
                        reverted -> assertThat(reverted.data()).isEqualTo(Bytes.parse("0xab")));
    }

    @Test
    void readsARevertWithoutData() {
        node.error("eth_call", -32000, "execution reverted");
        assertThat(chain.call(Samples.BLOCK, List.of(Samples.CALL)))
                .containsExactly(new CallResult.Reverted(Bytes.EMPTY, "execution reverted"));
    }

    @Test
    void refusesARevertWithSpoiltData() {
        node.members("eth_call", "\"error\":{\"code\":3,\"message\":\"execution reverted\",\"data\":\"0xabc\"}");
        assertKind(Kind.MALFORMED, () -> chain.call(Samples.BLOCK, List.of(Samples.CALL)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNKNOWN_BLOCK | -32001 | Resource not found
            UNKNOWN_BLOCK | -32000 | header not found
            UNKNOWN_BLOCK | -32000 | header for hash not found
            UNKNOWN_BLOCK | -32000 | hash 0xbb is not currently canonical
            UNKNOWN_BLOCK | -32602 | block not found: canonical hash 0xbb
            UNKNOWN_BLOCK | -32000 | Block with hash 0xbb not found
            UNKNOWN_BLOCK | -39001 | Unknown block
            UNAVAILABLE   | -32005 | limit exceeded
            UNAVAILABLE   | 429    | Your app has exceeded its compute units per second capacity
            UNAVAILABLE   | -32002 | request timed out
            REFUSED       | -32000 | missing trie node 1234 (path ) state is not available
            REFUSED       | -32000 | out of gas
            REFUSED       | -32603 | EVM error InvalidFEOpcode
            REFUSED       | -32601 | the method eth_call does not exist/is not available
            """)
    void givesANodesErrorItsKind(Kind kind, int code, String message) {
        node.error("eth_call", code, message).error("eth_getBalance", code, message);
        assertKind(kind, () -> chain.call(Samples.BLOCK, List.of(Samples.CALL)));
        assertKind(kind, () -> chain.balance(Samples.BLOCK, Samples.POOL));
    }

    @Test
    void takesNullForNoneOnlyWhereNoneIsAnAnswer() {
        node.result("eth_getTransactionReceipt", "null")
                .result("eth_getTransactionByHash", "null")
                .result("eth_getBlockByHash", "null")
                .result("eth_getBlockByNumber", "null");
        assertThat(chain.receipt(Samples.TX)).isEmpty();
        assertThat(chain.knows(Samples.TX)).isFalse();
        assertThat(chain.header(Samples.BLOCK)).isEmpty();
        assertKind(Kind.UNKNOWN_BLOCK, () -> chain.headers(List.of(7L)));
        assertKind(Kind.MALFORMED, chain::head);
    }

    @Test
    void doesNotKnowABlockThatIsNoLongerCanonical() {
        node.result("eth_getBlockByHash", block())
                .result("eth_getBlockByNumber", block().replace(Samples.BLOCK.hex(), Samples.TX.hex()));
        assertThat(chain.header(Samples.BLOCK)).isEmpty();
    }

    @Test
    void refusesAnotherTransactionThanAskedFor() {
        node.result("eth_getTransactionByHash", "{\"hash\":\"" + Samples.BLOCK + "\"}");
        assertKind(Kind.MALFORMED, () -> chain.knows(Samples.TX));
    }

    @Test
    void doesNotTakeTheSilenceOfANodeThatLagsForNoEvents() {
        node.result("eth_getLogs", "[]").result("eth_getBlockByNumber", "null");
        assertKind(Kind.UNKNOWN_BLOCK, () -> chain.logs(Samples.LOGS));
    }

    @Test
    void sortsEvents() {
        String later = log().replace("\"0x3\"", "\"0xa\"");
        node.result("eth_getLogs", "[" + later + "," + log() + "]").result("eth_getBlockByNumber", block());
        assertThat(chain.logs(Samples.LOGS)).extracting(entry -> entry.index()).containsExactly(3, 10);
    }

    @Test
    void simulatesByNumberOnANodeThatTakesNoHashAndProvesTheBlock() {
        FakeNode numbersOnly = new FakeNode() {
            @Override
            String membersOf(JsonNode call) {
                boolean byHash = call.path("params").path(1).isObject();
                return byHash
                        ? "\"error\":{\"code\":-32602,\"message\":\"invalid argument 1\"}"
                        : super.membersOf(call);
            }
        };
        try (numbersOnly) {
            numbersOnly
                    .result("eth_simulateV1", simulated())
                    .result("eth_getBlockByHash", block())
                    .result("eth_getBlockByNumber", block());
            Web3jChain other = chain(numbersOnly);
            assertThat(other.simulate(Samples.BLOCK, List.of(Samples.SIMULATED)))
                    .hasSize(1);
            numbersOnly.result("eth_getBlockByNumber", block().replace(Samples.BLOCK.hex(), Samples.TX.hex()));
            assertKind(Kind.UNKNOWN_BLOCK, () -> other.simulate(Samples.BLOCK, List.of(Samples.SIMULATED)));
        }
    }

    @Test
    void findsASimulatedRevertsDataInItsError() {
        node.result(
                "eth_simulateV1",
                "[{\"calls\":[{\"status\":\"0x0\",\"returnData\":\"0x\",\"gasUsed\":\"0x5208\",\"logs\":[],"
                        + "\"error\":{\"code\":3,\"message\":\"execution reverted\",\"data\":\"0xab\"}}]}]");
        assertThat(chain.simulate(Samples.BLOCK, List.of(Samples.SIMULATED)).getFirst())
                .satisfies(result -> assertThat(result.succeeded()).isFalse())
                .satisfies(result -> assertThat(result.returnData()).isEqualTo(Bytes.parse("0xab")));
    }

    private static void assertKind(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ChainException.class,
                        e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
    }
}
