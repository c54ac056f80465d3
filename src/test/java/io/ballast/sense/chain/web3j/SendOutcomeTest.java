package io.ballast.sense.chain.web3j;

import static io.ballast.sense.chain.web3j.Samples.chain;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.sense.chain.SendOutcome;
import io.ballast.sense.chain.SendOutcome.Reason;
import java.time.Duration;
import java.util.List;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendOutcomeTest {
    private static final String METHOD = "eth_sendRawTransaction";
    private static final Bytes RAW = Bytes.parse("0x02f8");
    private static final Hash32 HASH = Hash32.of(Keccak256.digest(RAW.toArray()));
    private final FakeNode node = new FakeNode().result(METHOD, "\"" + HASH + "\"");

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void isAcceptedUnderItsOwnHash() {
        assertThat(chain(node).send(RAW)).isEqualTo(new SendOutcome.Accepted(HASH));
        assertThat(node.lastBody().path("params").path(0).stringValue()).isEqualTo(RAW.hex());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"0x\"",
                "true",
                "{}",
                "\"0x1111111111111111111111111111111111111111111111111111111111111111\""
            })
    void isUnknownUnderAnyOtherAnswer(String result) {
        node.result(METHOD, result);
        assertThat(chain(node).send(RAW)).isInstanceOf(SendOutcome.Unknown.class);
    }

    // Texts of go-ethereum, Erigon, Reth and Nitro; Nethermind; Besu; the OpenEthereum family; anvil.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "already known",
                "AlreadyKnown",
                "Known transaction",
                "Transaction with the same hash was already imported.",
                "transaction already imported"
            })
    void isAcceptedWhenKnownAlready(String message) {
        node.error(METHOD, -32000, message);
        assertThat(chain(node).send(RAW)).isEqualTo(new SendOutcome.Accepted(HASH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NONCE_TOO_LOW      | nonce too low: next nonce 5, tx nonce 4
            NONCE_TOO_LOW      | Nonce too low
            NONCE_TOO_LOW      | OldNonce, Current nonce: 5, nonce of rejected tx: 4.
            NONCE_TOO_LOW      | Transaction nonce is too low. Try incrementing the nonce.
            UNDERPRICED        | replacement transaction underpriced
            UNDERPRICED        | transaction underpriced: gas tip cap 0, minimum needed 1
            UNDERPRICED        | FeeTooLow, EffectivePriorityFeePerGas too low 1 < 2.
            UNDERPRICED        | FeeTooLowToCompete
            UNDERPRICED        | ReplacementNotAllowed
            UNDERPRICED        | could not replace existing tx
            UNDERPRICED        | Gas price below configured minimum gas price
            UNDERPRICED        | Transaction gas price supplied is too low.
            INSUFFICIENT_FUNDS | insufficient funds for gas * price + value: balance 0, tx cost 21000, overshot 21000
            INSUFFICIENT_FUNDS | Insufficient funds for gas * price + value
            INSUFFICIENT_FUNDS | InsufficientFunds, Account balance: 0, cumulative cost: 21000
            INSUFFICIENT_FUNDS | Upfront cost exceeds account balance
            INTRINSIC_GAS      | intrinsic gas too low: gas 20000, minimum needed 21000
            INTRINSIC_GAS      | Intrinsic gas exceeds gas limit
            INTRINSIC_GAS      | insufficient gas for floor data gas cost: gas 21000, minimum needed 50000
            FEE_BELOW_BASE     | max fee per gas less than block base fee
            FEE_BELOW_BASE     | max fee per gas less than block base fee: address 0x01, maxFeePerGas: 1 baseFee: 2
            FEE_BELOW_BASE     | gasPrice is less than the current BaseFee
            """)
    void isRefusedByEachClientsWords(Reason reason, String message) {
        node.error(METHOD, -32000, message);
        assertThat(chain(node).send(RAW)).isInstanceOfSatisfying(SendOutcome.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.message()).contains(message);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonce too high",
                "unknown transaction type",
                "txpool is full",
                "exceeds block gas limit",
                "tx fee (1.20 ether) exceeds the configured cap (1.00 ether)",
                "max priority fee per gas higher than max fee per gas",
                "internal error",
                "request rate limited",
                "",
                "execution reverted"
            })
    void isUnknownUnderATextThatSettlesNothing(String message) {
        node.error(METHOD, -32000, message);
        assertThat(chain(node).send(RAW)).isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void isUnknownAndNotRepeatedWhenTheAnswerIsLost() {
        Web3jChain chain = new Web3jChain(
                List.of(node.url()),
                FakeNode.CHAIN,
                Samples.SHORT.withWhole(Duration.ofMillis(500)),
                FailoverPolicy.DEFAULT);
        node.fault(response -> response.onResponseStart(new SocketEffect.CloseSocket(true, false, false)));
        assertThat(chain.send(RAW)).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(node.asked(METHOD)).isEqualTo(1);
        node.fault(response -> response.onResponseStart(SocketEffect.Stall.INSTANCE));
        assertThat(chain.send(RAW)).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(node.asked(METHOD)).isEqualTo(2);
        node.fault(response -> response.code(502));
        assertThat(chain.send(RAW)).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(node.asked(METHOD)).isEqualTo(3);
    }

    @Test
    void goesToTheNextEndpointOnlyBeforeItWasSent() {
        try (FakeNode wrongChain = new FakeNode().result("eth_chainId", "\"0x2\"")) {
            Web3jChain chain = new Web3jChain(
                    List.of("http://127.0.0.1:1/", wrongChain.url(), node.url()),
                    FakeNode.CHAIN,
                    Samples.SHORT,
                    Samples.QUICK);
            assertThat(chain.send(RAW)).isEqualTo(new SendOutcome.Accepted(HASH));
            assertThat(wrongChain.asked(METHOD)).isZero();
        }
    }

    @Test
    void isUnknownWhenNoEndpointServesTheChain() {
        node.result("eth_chainId", "\"0x2\"");
        assertThat(chain(node).send(RAW)).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(node.asked(METHOD)).isZero();
    }
}
