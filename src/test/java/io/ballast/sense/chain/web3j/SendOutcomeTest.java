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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            go-ethereum 1.15   | already known
            Erigon 3.0         | already known
            Erigon 2.60        | existing tx with same hash
            Erigon 3.0         | existing txn with same hash
            Reth 1.3           | already known
            Nitro 3.5          | already known
            Nethermind 1.31    | AlreadyKnown
            Nethermind 2026    | already known
            Besu 25.4          | Known transaction
            Besu 2026          | already known
            OpenEthereum 3.3   | Transaction with the same hash was already imported.
            anvil 1.7          | transaction already imported
            """)
    void isAcceptedWhenKnownAlready(String client, String message) {
        node.error(METHOD, -32000, message);
        assertThat(chain(node).send(RAW)).as(client).isEqualTo(new SendOutcome.Accepted(HASH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NONCE_TOO_LOW           | go-ethereum 1.15 | nonce too low: next nonce 5, tx nonce 4
            NONCE_TOO_LOW           | Erigon 3.0       | nonce too low
            NONCE_TOO_LOW           | Reth 1.3         | nonce too low: next nonce 5, tx nonce 4
            NONCE_TOO_LOW           | Besu 25.4        | Nonce too low
            NONCE_TOO_LOW           | Nethermind 1.31  | OldNonce, Current nonce: 5, nonce of rejected tx: 4.
            NONCE_TOO_LOW           | Nitro 3.5        | nonce too low: address 0x01, tx: 4 state: 5
            NONCE_TOO_LOW           | OpenEthereum 3.3 | Transaction nonce is too low. Try incrementing the nonce.
            NONCE_TOO_LOW           | anvil 1.7        | nonce too low
            NONCE_TOO_LOW           | Nethermind 2026  | nonce too low, Current nonce: 5, nonce of rejected tx: 4.
            NONCE_TOO_LOW           | Besu 2026        | nonce too low
            NONCE_TOO_HIGH          | go-ethereum 1.15 | nonce too high: address 0x01, tx: 9 state: 5
            NONCE_TOO_HIGH          | Reth 1.3         | nonce too high
            NONCE_TOO_HIGH          | Nitro 3.5        | nonce too high: address 0x01, tx: 9 state: 5
            NONCE_TOO_HIGH          | Nethermind 1.31  | NonceGap, Future nonce. Expected nonce: 5
            NONCE_TOO_HIGH          | Nethermind 1.31  | NonceTooFarInFuture
            NONCE_TOO_HIGH          | Besu 25.4        | Transaction nonce is too distant from current sender nonce
            NONCE_TOO_HIGH          | Besu 25.4        | An invalid transaction with a lower nonce exists
            NONCE_TOO_HIGH          | go-ethereum 1.16 | gapped-nonce tx from delegated accounts
            NONCE_TOO_HIGH          | Nethermind 2026  | nonce too high
            NONCE_TOO_HIGH          | Nethermind 2026  | nonce too far in future
            NONCE_TOO_HIGH          | Nethermind 2026  | delegation nonce gap
            NONCE_TOO_HIGH          | Besu 25.4        | Nonce too high
            REPLACEMENT_UNDERPRICED | go-ethereum 1.15 | replacement transaction underpriced
            REPLACEMENT_UNDERPRICED | Erigon 3.0       | replacement transaction underpriced
            REPLACEMENT_UNDERPRICED | Erigon 3.0       | could not replace existing tx
            REPLACEMENT_UNDERPRICED | Reth 1.3         | replacement transaction underpriced
            REPLACEMENT_UNDERPRICED | Besu 25.4        | Replacement transaction underpriced
            REPLACEMENT_UNDERPRICED | Nethermind 1.31  | ReplacementNotAllowed, too low fee
            REPLACEMENT_UNDERPRICED | OpenEthereum 3.3 | There is another transaction with same nonce in the queue.
            REPLACEMENT_UNDERPRICED | anvil 1.7        | replacement transaction underpriced
            REPLACEMENT_UNDERPRICED | Nethermind 2026  | replacement transaction underpriced
            UNDERPRICED             | go-ethereum 1.15 | transaction underpriced: gas tip cap 0, minimum needed 1
            UNDERPRICED             | Erigon 3.0       | underpriced
            UNDERPRICED             | Erigon 3.0       | fee too low
            UNDERPRICED             | Reth 1.3         | transaction underpriced
            UNDERPRICED             | Nethermind 1.31  | FeeTooLow, EffectivePriorityFeePerGas too low 1 < 2.
            UNDERPRICED             | Besu 25.4        | Gas price below configured minimum gas price
            UNDERPRICED             | OpenEthereum 3.3 | Transaction gas price supplied is too low.
            UNDERPRICED             | Nethermind 2026  | transaction underpriced
            UNDERPRICED             | Besu 2026        | transaction underpriced
            UNDERPRICED             | Reth 1.6         | transaction priority fee below minimum required priority fee 1000000
            FEE_BELOW_BASE          | go-ethereum 1.15 | max fee per gas less than block base fee: address 0x01, maxFeePerGas: 1, baseFee: 2
            FEE_BELOW_BASE          | Nitro 3.5        | max fee per gas less than block base fee: address 0x01, maxFeePerGas: 1 baseFee: 2
            FEE_BELOW_BASE          | Reth 1.3         | max fee per gas less than block base fee
            FEE_BELOW_BASE          | Besu 25.4        | Gas price below current base fee
            FEE_BELOW_BASE          | Besu 23.1        | gasPrice is less than the current BaseFee
            FEE_BELOW_BASE          | anvil 1.7        | max fee per gas less than block base fee
            INSUFFICIENT_FUNDS      | go-ethereum 1.15 | insufficient funds for gas * price + value: balance 0, tx cost 21000, overshot 21000
            INSUFFICIENT_FUNDS      | Erigon 3.0       | insufficient funds
            INSUFFICIENT_FUNDS      | Reth 1.3         | insufficient funds for gas * price + value: have 0 want 21000
            INSUFFICIENT_FUNDS      | Nitro 3.5        | insufficient funds for gas * price + value: address 0x01 have 0 want 21000
            INSUFFICIENT_FUNDS      | Nethermind 1.31  | InsufficientFunds, Account balance: 0, cumulative cost: 21000
            INSUFFICIENT_FUNDS      | Besu 25.4        | Upfront cost exceeds account balance
            INSUFFICIENT_FUNDS      | OpenEthereum 3.3 | Insufficient funds. The account you tried to send transaction from does not have enough funds.
            INSUFFICIENT_FUNDS      | anvil 1.7        | Insufficient funds for gas * price + value
            INTRINSIC_GAS           | go-ethereum 1.15 | intrinsic gas too low: gas 20000, minimum needed 21000
            INTRINSIC_GAS           | go-ethereum 1.16 | insufficient gas for floor data gas cost: gas 21000, minimum needed 50000
            INTRINSIC_GAS           | Erigon 3.0       | IntrinsicGas
            INTRINSIC_GAS           | Reth 1.3         | intrinsic gas too low
            INTRINSIC_GAS           | Nitro 3.5        | intrinsic gas too low: have 20000, want 21000
            INTRINSIC_GAS           | Besu 25.4        | Intrinsic gas exceeds gas limit
            INTRINSIC_GAS           | OpenEthereum 3.3 | Transaction gas is too low. There is not enough gas to cover minimal cost of the transaction.
            INTRINSIC_GAS           | anvil 1.7        | intrinsic gas too low
            INTRINSIC_GAS           | Nethermind 2026  | intrinsic gas too low
            EXCEEDS_BLOCK_GAS       | go-ethereum 1.15 | exceeds block gas limit
            EXCEEDS_BLOCK_GAS       | go-ethereum 1.16 | transaction gas limit too high (cap: 16777216, tx: 30000000)
            EXCEEDS_BLOCK_GAS       | Reth 1.3         | exceeds block gas limit
            EXCEEDS_BLOCK_GAS       | Reth 1.6         | exceeds max transaction gas limit
            EXCEEDS_BLOCK_GAS       | Reth 1.6         | intrinsic gas too high
            EXCEEDS_BLOCK_GAS       | Reth 1.6         | gas limit too high
            EXCEEDS_BLOCK_GAS       | Erigon 3.0       | gas limit is too high
            EXCEEDS_BLOCK_GAS       | Nethermind 2026  | gas limit reached
            EXCEEDS_BLOCK_GAS       | Nethermind 1.32  | TxGasLimitCapExceeded: Gas limit 30000000 exceeded cap of 16777216.
            EXCEEDS_BLOCK_GAS       | Nethermind 1.31  | GasLimitExceeded, Gas limit: 30000000
            EXCEEDS_BLOCK_GAS       | Besu 25.4        | Transaction gas limit exceeds block gas limit
            FEE_CAP_EXCEEDED        | go-ethereum 1.15 | tx fee (1.20 ether) exceeds the configured cap (1.00 ether)
            FEE_CAP_EXCEEDED        | Erigon 3.0       | tx fee (1.20 ether) exceeds the configured cap (1.00 ether)
            FEE_CAP_EXCEEDED        | Reth 1.3         | tx fee (1200000000000000000 wei) exceeds the configured cap (1000000000000000000 wei)
            FEE_CAP_EXCEEDED        | Besu 25.4        | Transaction fee cap exceeded
            POOL_FULL               | go-ethereum 1.15 | txpool is full
            POOL_FULL               | go-ethereum 1.15 | account limit exceeded
            POOL_FULL               | go-ethereum 1.15 | address already reserved
            POOL_FULL               | go-ethereum 1.15 | future transaction tries to replace pending
            POOL_FULL               | go-ethereum 1.16 | in-flight transaction limit reached for delegated accounts
            POOL_FULL               | Reth 1.3         | txpool is full
            POOL_FULL               | Erigon 3.0       | pending sub-pool is full
            POOL_FULL               | Nethermind 1.31  | FeeTooLowToCompete
            POOL_FULL               | Nethermind 2026  | pending transaction type conflict
            POOL_FULL               | Erigon 3.0       | spammer
            POOL_FULL               | Erigon 3.0       | baseFee sub-pool is full
            POOL_FULL               | Reth 1.6         | address already reserved
            POOL_FULL               | OpenEthereum 3.3 | There are too many transactions in the queue.
            NOT_READY               | Nitro 3.5        | sequencer temporarily not available
            NOT_READY               | Nitro 3.5        | please retry transaction
            NOT_READY               | Nethermind 1.31  | Syncing
            NOT_READY               | Nethermind 2026  | node is syncing
            NOT_READY               | Nitro 3.5        | currently not accepting transactions due to expected surplus being below threshold
            NOT_READY               | Nitro 3.5        | transaction sender is not on the whitelist
            NOT_READY               | Besu 25.4        | Initial sync is still in progress
            NOT_READY               | Besu 25.4        | Transaction pool not enabled. (Either txpool explicitly disabled, or node not yet in sync).
            NOT_READY               | Besu 25.4        | Sender account not authorized to send transactions
            INVALID                 | go-ethereum 1.15 | invalid sender
            INVALID                 | go-ethereum 1.15 | max priority fee per gas higher than max fee per gas: address 0x01
            INVALID                 | go-ethereum 1.15 | oversized data: transaction size 200000, limit 131072
            INVALID                 | go-ethereum 1.15 | invalid sender: invalid chain id for signer: have 1 want 5
            INVALID                 | Erigon 3.0       | RLPTooLong
            INVALID                 | Reth 1.3         | invalid chain ID
            INVALID                 | Nethermind 1.31  | FailedToResolveSender
            INVALID                 | Besu 25.4        | Wrong chainId
            INVALID                 | Besu 25.4        | Max priority fee per gas exceeds max fee per gas
            INVALID                 | anvil 1.7        | max priority fee per gas higher than max fee per gas
            INVALID                 | Nethermind 2026  | failed to recover sender
            INVALID                 | Nethermind 2026  | sender not an eoa
            INVALID                 | Nethermind 2026  | transaction too large
            INVALID                 | Nethermind 2026  | unsupported transaction type
            INVALID                 | Nethermind 2026  | transaction cost overflow
            INVALID                 | Nethermind 2026  | transaction invalid, InvalidTxChainId: Expected 1, got 5.
            INVALID                 | Nethermind 1.32  | Invalid, InvalidTxSignature: Signature is invalid.
            INVALID                 | Nethermind 1.32  | NonceTooHigh: Nonce exceeds max nonce
            INVALID                 | Nethermind 1.32  | InvalidMaxPriorityFeePerGas: Cannot be higher than maxFeePerGas.
            INVALID                 | Besu 25.4        | Invalid signature
            INVALID                 | Besu 25.4        | Invalid transaction type
            INVALID                 | Besu 25.4        | ChainId is required
            INVALID                 | Besu 25.4        | Plugin has marked the transaction as invalid
            INVALID                 | Erigon 3.0       | fork supporting this transaction type is not activated yet
            INVALID                 | Erigon 3.0       | invalid sender
            INVALID                 | Reth 1.6         | invalid transaction signature
            INVALID                 | Reth 1.6         | failed to decode signed transaction
            INVALID                 | Reth 1.6         | oversized data: transaction size 200000, limit 131072
            INVALID                 | Reth 1.6         | sender is not an EOA
            """)
    void isRefusedByEachClientsWords(Reason reason, String client, String message) {
        node.error(METHOD, -32000, message);
        assertThat(chain(node).send(RAW)).as(client).isInstanceOfSatisfying(SendOutcome.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.message()).contains(message);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown transaction type",
                "internal error",
                "request rate limited",
                "",
                "execution reverted",
                // Reth, of one that waits in its pool.
                "Transaction 0x01 was added to the mempool but wasn't confirmed within 30s.",
                // Nitro, when it does not know what became of it.
                "failed to publish transaction to any of the forwarding targets",
                "context deadline exceeded",
                // Erigon, of one that was there.
                "mined",
                "replaced by transaction with higher tip"
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
                Samples.LIMITS.withWhole(Duration.ofSeconds(2)),
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
                    Samples.LIMITS,
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
