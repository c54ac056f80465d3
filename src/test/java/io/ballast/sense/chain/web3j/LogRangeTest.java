package io.ballast.sense.chain.web3j;

import static io.ballast.sense.chain.web3j.Samples.chain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Hex;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LogRangeTest {
    private static final LogQuery THOUSAND = new LogQuery(1, 1000, List.of(), List.of());

    /** One event a block, and no answer to more than a number of blocks. */
    private static FakeNode limited(long maxBlocks, String words) {
        return new FakeNode() {
            @Override
            String membersOf(JsonNode call) {
                JsonNode param = call.path("params").path(0);
                if (call.path("method").stringValue().equals("eth_getBlockByNumber")) {
                    return "\"result\":" + Samples.block().replace("\"0x7\"", param.toString());
                }
                if (!call.path("method").stringValue().equals("eth_getLogs")) {
                    return super.membersOf(call);
                }
                long from = Hex.quantityLong(param.path("fromBlock").stringValue());
                long to = Hex.quantityLong(param.path("toBlock").stringValue());
                return to - from + 1 > maxBlocks
                        ? "\"error\":{\"code\":-32005,\"message\":\"" + words + "\"}"
                        : LongStream.rangeClosed(from, to)
                                .mapToObj(number ->
                                        Samples.log().replace("\"0x6\"", "\"" + Hex.ofQuantity(number) + "\""))
                                .collect(Collectors.joining(",", "\"result\":[", "]"));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query returned more than 10000 results",
                "Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range",
                "eth_getLogs is limited to a 10,000 range",
                "query exceeds max block range 100000",
                "query exceeds max results 20000, retry with the range 1-2",
                "block range is too wide",
                "exceed maximum block range: 1024"
            })
    void cutsTheRangeUntilTheNodeAnswers(String words) {
        try (FakeNode node = limited(300, words)) {
            assertThat(chain(node).logs(THOUSAND))
                    .hasSize(1000)
                    .extracting(LogEntry::blockNumber)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(node.asked("eth_getLogs")).isEqualTo(6);
        }
    }

    @Test
    void givesUpWhenASingleBlockIsTooMuch() {
        try (FakeNode node = limited(0, "query returned more than 10000 results")) {
            assertThatThrownBy(() -> chain(node).logs(THOUSAND)).isInstanceOf(ChainException.class);
            assertThat(node.asked("eth_getLogs")).isLessThan(30);
        }
    }

    @Test
    void doesNotCutTheRangeForARateLimit() {
        try (FakeNode node = limited(0, "daily request limit exceeded, request rate limited")) {
            assertThatThrownBy(() -> chain(node).logs(THOUSAND))
                    .isInstanceOfSatisfying(
                            ChainException.class, e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.UNAVAILABLE));
            assertThat(node.asked("eth_getLogs")).isEqualTo(2);
        }
    }
}
