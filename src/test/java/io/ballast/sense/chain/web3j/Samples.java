package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.chain.SimulatedTx;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Well-formed values that tests spoil one at a time. */
final class Samples {
    static final Hash32 BLOCK = hash('b');
    static final Hash32 PARENT = hash('a');
    static final Hash32 TX = hash('c');
    static final Hash32 TOPIC = hash('d');
    static final Address POOL = new Address("0x" + "1".repeat(40));
    static final EthCall CALL = new EthCall(POOL, POOL, Bytes.parse("0x1234"), Map.of());
    static final LogQuery LOGS = new LogQuery(5, 7, List.of(POOL), List.of(TOPIC));
    static final SimulatedTx SIMULATED = new SimulatedTx(POOL, POOL, Bytes.EMPTY, 100_000);
    static final FailoverPolicy QUICK =
            new FailoverPolicy(2, Duration.ofMillis(1), Duration.ofMillis(2), 3, Duration.ofMinutes(10));

    /** Longer than a sound answer takes on a busy machine. */
    static final RpcLimits LIMITS = new RpcLimits(Duration.ofMinutes(1), Duration.ofMinutes(1), 1 << 20, 1000);

    private Samples() {}

    static Hash32 hash(char digit) {
        return new Hash32("0x" + String.valueOf(digit).repeat(64));
    }

    static Web3jChain chain(FakeNode... nodes) {
        return new Web3jChain(
                java.util.Arrays.stream(nodes).map(FakeNode::url).toList(), FakeNode.CHAIN, LIMITS, QUICK);
    }

    static String block() {
        return """
                {"number":"0x7","hash":"%s","parentHash":"%s","timestamp":"0x6502a1c0","baseFeePerGas":"0x3b9aca00",
                 "gasUsed":"0x5208","gasLimit":"0x1c9c380"}""".formatted(BLOCK, PARENT);
    }

    static String log() {
        return """
                {"address":"%s","topics":["%s"],"data":"0x0102","blockNumber":"0x6","blockHash":"%s",
                 "transactionHash":"%s","logIndex":"0x3","removed":false}""".formatted(POOL.hex(), TOPIC, BLOCK, TX);
    }

    static String receipt() {
        return """
                {"transactionHash":"%s","status":"0x1","blockNumber":"0x6","blockHash":"%s","transactionIndex":"0x2",
                 "gasUsed":"0x5208","effectiveGasPrice":"0x3b9aca01","logs":[%s]}""".formatted(TX, BLOCK, log());
    }

    static String simulated() {
        return "[{\"number\":\"0x8\",\"calls\":[{\"status\":\"0x1\",\"returnData\":\"0x01\",\"gasUsed\":\"0x5208\",\"logs\":["
                + log() + "]}]}]";
    }
}
