package io.ballast.sense.chain.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** F20, F21: what one provider lies about, another does not confirm. */
class QuorumTest {
    /** A node with three blocks, 5 to 7, or fewer. */
    private static final class Node extends FakeNode {
        volatile long head = 7;
        volatile char branch = 'b';

        @Override
        String membersOf(JsonNode call) {
            if (!call.path("method").stringValue().equals("eth_getBlockByNumber")) {
                return super.membersOf(call);
            }
            String asked = call.path("params").path(0).stringValue();
            long number = asked.equals("latest") ? head : Long.decode(asked);
            return "\"result\":"
                    + (number > head
                            ? "null"
                            : Samples.block()
                                    .replace("\"0x7\"", "\"0x" + Long.toHexString(number) + "\"")
                                    .replace(
                                            Samples.BLOCK.hex(),
                                            Samples.hash(number == 7 ? branch : (char) ('0' + number))
                                                    .hex()));
        }
    }

    private final List<Node> nodes = List.of(new Node(), new Node(), new Node());

    @BeforeEach
    void agree() {
        nodes.forEach(node -> node.result("eth_call", "\"0x0102\"")
                .result("eth_getBalance", "\"0x4d\"")
                .result("eth_getTransactionCount", "\"0x5\"")
                .result("eth_getCode", "\"0x60\"")
                .result("eth_getLogs", "[" + Samples.log() + "]")
                .result("eth_getTransactionReceipt", Samples.receipt()));
    }

    @AfterEach
    void stop() {
        nodes.forEach(FakeNode::close);
    }

    private Web3jChain chain(int quorum) {
        return new Web3jChain(
                nodes.stream().map(FakeNode::url).toList(),
                FakeNode.CHAIN,
                Samples.LIMITS,
                Samples.QUICK,
                new EndpointRules(quorum, OptionalInt.empty(), Optional.empty()));
    }

    private static void assertKind(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        ChainException.class,
                        e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
    }

    static Stream<Arguments> lies() {
        Map<String, Function<Web3jChain, Object>> reads = Map.of(
                "eth_call", chain -> chain.call(Samples.BLOCK, List.of(Samples.CALL)),
                "eth_getBalance", chain -> chain.balance(Samples.BLOCK, Samples.POOL),
                "eth_getTransactionCount", chain -> chain.minedNonce(Samples.POOL),
                "eth_getCode", chain -> chain.code(Samples.BLOCK, Samples.POOL),
                "eth_getLogs", chain -> chain.logs(Samples.LOGS),
                "eth_getTransactionReceipt", chain -> chain.receipt(Samples.TX));
        Map<String, List<String>> lies = Map.of(
                "eth_call", List.of("\"0x0a14\"", "\"0x\""),
                "eth_getBalance", List.of("\"0x302\"", "\"0x0\""),
                "eth_getTransactionCount", List.of("\"0x4\"", "\"0x6\""),
                "eth_getCode", List.of("\"0x6001\"", "\"0x\""),
                "eth_getLogs", List.of("[]", "[" + Samples.log().replace("0x0102", "0x0103") + "]"),
                "eth_getTransactionReceipt",
                        List.of("null", Samples.receipt().replace("\"status\":\"0x1\"", "\"status\":\"0x0\"")));
        return reads.entrySet().stream()
                .flatMap(read ->
                        lies.get(read.getKey()).stream().map(lie -> Arguments.of(read.getKey(), lie, read.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("lies")
    void oneLiarOfTwoIsADisagreementWhoeverIsAskedFirst(String method, String lie, Function<Web3jChain, Object> read) {
        Object truth = read.apply(chain(2));
        for (int liar = 0; liar < 2; liar++) {
            agree();
            nodes.get(liar).result(method, lie);
            assertKind(Kind.DISAGREEMENT, () -> read.apply(chain(2)));
        }
        agree();
        nodes.get(2).result(method, lie);
        assertThat(read.apply(chain(2))).as("the third is not asked").isEqualTo(truth);
        assertKind(Kind.DISAGREEMENT, () -> read.apply(chain(3)));
    }

    @Test
    void aDisagreementIsPutAgainBeforeItIsBelieved() {
        nodes.get(1).result("eth_getTransactionCount", "\"0x4\"");
        assertKind(Kind.DISAGREEMENT, () -> chain(2).minedNonce(Samples.POOL));
        assertThat(nodes.get(0).asked("eth_getTransactionCount")).isEqualTo(Samples.QUICK.rounds());
    }

    @Test
    void nodesMayWordARevertDifferently() {
        nodes.get(0).error("eth_call", 3, "execution reverted");
        nodes.get(1).error("eth_call", -32015, "VM execution error: reverted");
        assertThat(chain(2).call(Samples.BLOCK, List.of(Samples.CALL)))
                .containsExactly(new CallResult.Reverted(Bytes.EMPTY, "execution reverted"));
    }

    @Test
    void theNextEndpointTakesThePlaceOfOneThatIsDownOrMalformed() {
        nodes.get(0).fault(response -> response.code(503));
        assertThat(chain(2).minedNonce(Samples.POOL)).isEqualTo(5);
        nodes.get(0).healthy().result("eth_getTransactionCount", "\"0x\"");
        assertThat(chain(2).minedNonce(Samples.POOL)).isEqualTo(5);
        assertThat(nodes.get(2).asked("eth_getTransactionCount")).isEqualTo(2);
    }

    @Test
    void tooFewAnswersAreNone() {
        nodes.get(0).fault(response -> response.code(503));
        nodes.get(1).fault(response -> response.code(503));
        assertKind(Kind.UNAVAILABLE, () -> chain(2).minedNonce(Samples.POOL));
        nodes.get(0).healthy().error("eth_call", -32000, "header not found");
        nodes.get(1).healthy().error("eth_call", -32000, "header not found");
        assertKind(Kind.UNKNOWN_BLOCK, () -> chain(2).call(Samples.BLOCK, List.of(Samples.CALL)));
    }

    @Test
    void theHeadIsTheNewestBlockThatAllOfThemHave() {
        nodes.get(1).head = 6;
        assertThat(chain(2).head().ref().number()).isEqualTo(6);
        assertThat(chain(1).head().ref().number()).isEqualTo(7);
        nodes.get(1).head = 7;
        assertThat(chain(2).head().ref().number()).isEqualTo(7);
    }

    @Test
    void twoBranchesAreADisagreement() {
        nodes.get(1).branch = 'e';
        assertKind(Kind.DISAGREEMENT, () -> chain(2).head());
    }

    @Test
    void aQuorumNeedsEnoughEndpoints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain(4))
                .withMessage("a quorum of 4 needs as many RPC endpoints, there are 3");
    }
}
