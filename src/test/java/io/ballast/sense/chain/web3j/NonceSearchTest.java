package io.ballast.sense.chain.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainException.Kind;
import io.ballast.sense.chain.NonceUse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** F21, F31: what used a nonce up is looked for in the blocks; and nodes that count differently are not believed. */
class NonceSearchTest {
    private static final Address ACCOUNT = Samples.POOL;
    private static final long HEAD = 1_000;

    /** A node whose account sent one transaction in each of some blocks. */
    private static final class Node extends FakeNode {
        /** Number of the block, nonce of the transaction in it. */
        final TreeMap<Long, Long> sent = new TreeMap<>();

        String from = ACCOUNT.hex();
        long more;

        @Override
        String membersOf(JsonNode call) {
            JsonNode params = call.path("params");
            return switch (call.path("method").stringValue()) {
                case "eth_getTransactionCount" ->
                    "\"result\":\"0x" + Long.toHexString(count(number(params.path(1)))) + "\"";
                case "eth_getBlockByNumber" -> "\"result\":" + block(number(params.path(0)));
                default -> super.membersOf(call);
            };
        }

        private long count(long block) {
            var last = sent.floorEntry(block);
            return (last == null ? 0 : last.getValue() + 1) + more;
        }

        private String block(long number) {
            String held = sent.containsKey(number)
                    ? "{\"hash\":\"" + hash(number).hex() + "\",\"from\":\"" + from + "\",\"nonce\":\"0x"
                            + Long.toHexString(sent.getOrDefault(number, 0L)) + "\"}"
                    : "";
            return Samples.block()
                    .replace("\"0x7\"", "\"0x" + Long.toHexString(number) + "\"")
                    .replaceFirst("\\{", "{\"transactions\":[" + held + "],");
        }

        private static long number(JsonNode asked) {
            return asked.stringValue().equals("latest") ? HEAD : Long.decode(asked.stringValue());
        }
    }

    private final List<Node> nodes = List.of(new Node(), new Node());
    private final Node node = nodes.getFirst();

    @AfterEach
    void stop() {
        nodes.forEach(FakeNode::close);
    }

    @ParameterizedTest
    @ValueSource(longs = {874, 875, 900, 937, 999, 1_000})
    void findsTheBlockAndTheTransaction(long block) {
        node.sent.put(block, 4L);
        assertThat(chain(1).usedBy(ACCOUNT, 4)).contains(new NonceUse(hash(block), block));
        assertThat(chain(1).usedBy(ACCOUNT, 5)).isEmpty();
    }

    @Test
    void tellsItFromTheOnesBesideIt() {
        for (long nonce = 0; nonce < 40; nonce++) {
            node.sent.put(900 + 2 * nonce, nonce);
        }
        assertThat(chain(1).usedBy(ACCOUNT, 17)).contains(new NonceUse(hash(934), 934));
    }

    @Test
    void doesNotGuessWhatIsTooLongAgo() {
        node.sent.put(873L, 4L);
        assertKind(Kind.UNKNOWN_BLOCK, () -> chain(1).usedBy(ACCOUNT, 4));
    }

    @Test
    void believesNoCountWithoutATransaction() {
        nodes.forEach(each -> each.more = 1);
        nodes.forEach(each -> each.sent.put(900L, 3L));
        assertKind(Kind.UNAVAILABLE, () -> chain(1).usedBy(ACCOUNT, 4));
        nodes.forEach(each -> each.more = 0);
        nodes.forEach(each -> each.from = "0x" + "7".repeat(40));
        assertKind(Kind.UNAVAILABLE, () -> chain(1).usedBy(ACCOUNT, 3));
    }

    @Test
    void aQuorumMustFindTheSame() {
        nodes.forEach(each -> each.sent.put(950L, 4L));
        assertThat(chain(2).usedBy(ACCOUNT, 4)).isPresent();
        nodes.getLast().sent.remove(950L);
        assertKind(Kind.DISAGREEMENT, () -> chain(2).usedBy(ACCOUNT, 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void oneLiarIsEnoughToDoubtACountThatNothingIsHeldAgainst(int liar) {
        nodes.forEach(each -> each.sent.put(950L, 4L));
        assertThat(chain(1).undisputedNonce(ACCOUNT)).isEqualTo(5);
        nodes.get(liar).more = 3;
        assertKind(Kind.DISAGREEMENT, () -> chain(1).undisputedNonce(ACCOUNT));
    }

    @Test
    void aNodeThatIsDownDisputesNothing() {
        nodes.forEach(each -> each.sent.put(950L, 4L));
        node.error("eth_chainId", -32_000, "down");
        assertThat(chain(1).undisputedNonce(ACCOUNT)).isEqualTo(5);
        assertThatThrownBy(() -> chain(2).undisputedNonce(ACCOUNT)).isInstanceOf(ChainException.class);
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

    private static Hash32 hash(long number) {
        return new Hash32(String.format(java.util.Locale.ROOT, "0x%064x", number));
    }
}
