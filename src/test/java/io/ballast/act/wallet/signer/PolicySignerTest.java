package io.ballast.act.wallet.signer;

import static io.ballast.act.wallet.signer.SigningFixture.ACCOUNT;
import static io.ballast.act.wallet.signer.SigningFixture.FAKE;
import static io.ballast.act.wallet.signer.SigningFixture.KEY;
import static io.ballast.act.wallet.signer.SigningFixture.NOW;
import static io.ballast.act.wallet.signer.SigningFixture.PERMIT2;
import static io.ballast.act.wallet.signer.SigningFixture.ROUTER;
import static io.ballast.act.wallet.signer.SigningFixture.SOON;
import static io.ballast.act.wallet.signer.SigningFixture.STRANGER;
import static io.ballast.act.wallet.signer.SigningFixture.UNIVERSAL;
import static io.ballast.act.wallet.signer.SigningFixture.USDC;
import static io.ballast.act.wallet.signer.SigningFixture.V2_ROUTER;
import static io.ballast.act.wallet.signer.SigningFixture.VAULT;
import static io.ballast.act.wallet.signer.SigningFixture.WETH;
import static io.ballast.act.wallet.signer.SigningFixture.amount;
import static io.ballast.act.wallet.signer.SigningFixture.call;
import static io.ballast.act.wallet.signer.SigningFixture.cancel;
import static io.ballast.act.wallet.signer.SigningFixture.gwei;
import static io.ballast.act.wallet.signer.SigningFixture.limits;
import static io.ballast.act.wallet.signer.SigningFixture.open;
import static io.ballast.act.wallet.signer.SigningFixture.swap;
import static io.ballast.act.wallet.signer.SigningFixture.swapData;
import static io.ballast.act.wallet.signer.SigningFixture.transaction;
import static io.ballast.act.wallet.signer.SigningFixture.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.dex.web3j.Permit2;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicySignerTest {
    @TempDir
    Path folder;

    private PolicySigner signer;

    @BeforeEach
    void start() {
        signer = open(folder.resolve("state"), true);
    }

    @AfterEach
    void stop() {
        signer.close();
    }

    @Test
    void signsWhatAnAgentDoes() {
        long nonce = 5;
        signs(call(nonce++, USDC.address(), Erc20.approve(ROUTER, amount(USDC, "1000"))));
        signs(swap(nonce++, "1000"));
        signs(call(nonce++, USDC.address(), Erc20.approve(ROUTER, TokenAmount.zero(USDC))));
        signs(call(nonce++, USDC.address(), Erc20.approve(STRANGER, TokenAmount.zero(USDC))));
        signs(call(nonce++, USDC.address(), Erc20.approve(PERMIT2, amount(USDC, "1"))));
        signs(call(nonce++, USDC.address(), Erc20.approve(V2_ROUTER, amount(USDC, "1"))));
        signs(call(nonce++, PERMIT2, Permit2.approve(UNIVERSAL, amount(USDC, "1"), SOON)));
        signs(call(nonce++, USDC.address(), words("0xa9059cbb", VAULT, 1_000_000_000_000L)));
        signs(transaction(nonce++, VAULT, 12345, Bytes.EMPTY, 30));
        signs(transaction(nonce++, WETH.address(), 12345, Bytes.parse("0xd0e30db0"), 30));
        signs(call(nonce++, WETH.address(), words("0x2e1a7d4d", 12345)));
        signs(cancel(nonce));
    }

    @Test
    void refusesCallsItDoesNotKnow() {
        refuses(call(5, STRANGER, Bytes.parse("0x12345678")), "neither a token nor a router");
        refuses(call(5, ROUTER, Bytes.parse("0x12345678")), "not understood");
        refuses(call(5, ROUTER, Bytes.parse("0x12")), "not understood");
        refuses(call(5, USDC.address(), words("0x23b872dd", ACCOUNT, STRANGER, 1)), "not understood");
        refuses(call(5, USDC.address(), words("0x39509351", ROUTER, 1)), "is not on the list");
        refuses(call(5, PERMIT2, words("0x36c78516", ACCOUNT, STRANGER, 1, USDC.address())), "is not on the list");
        refuses(call(5, FAKE.address(), Erc20.approve(ROUTER, amount(FAKE, "1"))), "neither a token nor a router");
        refuses(transaction(5, ROUTER, 1, swap(5, "1").data(), 30), "coins go along");
        refuses(transaction(5, WETH.address(), 1, words("0x2e1a7d4d", 1), 30), "coins go along");
        refuses(
                new UnsignedTransaction(1, 5, ACCOUNT, Wei.ZERO, Bytes.EMPTY, 21_000, gwei(1), gwei(1)),
                "is for chain 1");
    }

    @Test
    void refusesToPayAnybodyElse() {
        refuses(transaction(5, STRANGER, 1, Bytes.EMPTY, 30), "not the account for withdrawals");
        refuses(transaction(5, ACCOUNT, 1, Bytes.EMPTY, 30), "not the account for withdrawals");
        refuses(call(5, USDC.address(), words("0xa9059cbb", STRANGER, 1)), "not the account for withdrawals");
        refuses(call(5, ROUTER, swapData("1", "1", STRANGER, SOON, USDC, WETH)), "pays to " + STRANGER);
        refuses(call(5, USDC.address(), Erc20.approve(STRANGER, amount(USDC, "1"))), "no spender of the list");
        refuses(call(5, USDC.address(), Erc20.approve(UNIVERSAL, amount(USDC, "1"))), "no spender of the list");
        refuses(call(5, PERMIT2, Permit2.approve(ROUTER, amount(USDC, "1"), SOON)), "no spender of the list");
    }

    @Test
    void refusesASwapWithoutMinimumOrDeadline() {
        String good = swapData("1", "1", ACCOUNT, SOON, USDC, WETH).hex();
        refuses(call(5, ROUTER, zeroed(good, amount(WETH, "1"))), "accepts nothing in return");
        refuses(call(5, ROUTER, zeroed(good, amount(USDC, "1"))), "all it holds");
        refuses(call(5, ROUTER, swapData("1", "1", ACCOUNT, NOW, USDC, WETH)), "which is over");
        Instant late = NOW.plus(Duration.ofMinutes(31));
        refuses(call(5, ROUTER, swapData("1", "1", ACCOUNT, late, USDC, WETH)), "later than 1800 s");
        refuses(call(5, ROUTER, swapData("1", "1", ACCOUNT, SOON, USDC, FAKE)), "no token of the list");
        refuses(call(5, ROUTER, swapData("1", "1", ACCOUNT, SOON, FAKE, WETH)), "no token of the list");
        refuses(call(5, PERMIT2, Permit2.approve(UNIVERSAL, amount(USDC, "1"), late)), "later than 1800 s");
    }

    private static Bytes zeroed(String calldata, TokenAmount amount) {
        String word = String.format("%064x", amount.raw());
        assertThat(calldata).containsOnlyOnce(word);
        return Bytes.parse(calldata.replace(word, "0".repeat(64)));
    }

    @Test
    void keepsToTheAmountsOfATransactionAndOfADay() {
        refuses(swap(5, "1000.000001"), "more than 1000.000000 USDC in one transaction");
        refuses(call(5, USDC.address(), Erc20.approve(ROUTER, amount(USDC, "1000.000001"))), "in one transaction");
        signs(swap(5, "1000"));
        signs(swap(6, "1000"));
        refuses(swap(7, "500.000001"), "more than 2500.000000 USDC in 24 hours");
        signs(swap(7, "500"));
        refuses(swap(8, "0.000001"), "in 24 hours");
    }

    @Test
    void aDayRollsAndABackwardClockFreesNothing() {
        AtomicReference<Instant> clock = new AtomicReference<>(NOW);
        try (PolicySigner other = PolicySigner.open(KEY, limits(), folder.resolve("other"), true, clock::get)) {
            other.sign(swap(1, "1000"));
            other.sign(swap(2, "1000"));
            clock.set(NOW.minus(Duration.ofDays(3)));
            assertThatThrownBy(() -> other.sign(at(3, "1000", clock.get()))).hasMessageContaining("in 24 hours");
            clock.set(NOW.plus(Duration.ofDays(1)));
            other.sign(at(3, "1000", clock.get()));
        }
    }

    private static UnsignedTransaction at(long nonce, String amount, Instant now) {
        return call(nonce, ROUTER, swapData(amount, "1", ACCOUNT, now.plusSeconds(60), USDC, WETH));
    }

    @Test
    void keepsToWhatGasMayCost() {
        refuses(transaction(5, ACCOUNT, 0, Bytes.EMPTY, 101), "highest gas price");
        refuses(
                new UnsignedTransaction(31337, 5, ACCOUNT, Wei.ZERO, Bytes.EMPTY, 500_001, gwei(1), gwei(1)),
                "gas limit 500001");
        refuses(
                new UnsignedTransaction(
                        31337,
                        5,
                        ACCOUNT,
                        Wei.ZERO,
                        Bytes.EMPTY,
                        500_000,
                        gwei(100).plus(Wei.of(1)),
                        gwei(1)),
                "gas price");
        for (int i = 0; i < 4; i++) {
            signs(new UnsignedTransaction(31337, i, ACCOUNT, Wei.ZERO, Bytes.EMPTY, 500_000, gwei(100), gwei(1)));
        }
        refuses(transaction(4, ACCOUNT, 0, Bytes.EMPTY, 1), "worst-case gas of 24 hours");
    }

    @Test
    void refusesASecondIntentForANonce() {
        signs(swap(5, "10"));
        refuses(swap(5, "11"), "nonce 5 was signed for another intent");
        refuses(call(5, USDC.address(), Erc20.approve(ROUTER, amount(USDC, "1"))), "another intent");
        refuses(swap(4, "10"), "below the watermark 5");
        refuses(swap(1006, "10"), "more than 1000 above");
        signs(swap(6, "10"));
    }

    @Test
    void letsAHigherFeeAndACancellationPass() {
        UnsignedTransaction first = swap(5, "10");
        signs(first);
        signs(first);
        signs(transaction(5, ROUTER, 0, first.data(), 60));
        signs(cancel(5));
        refuses(swap(5, "11"), "another intent");
        signs(first);
    }

    @Test
    void aNonceThatWasCancelledFirstIsForNothingElse() {
        signs(cancel(5));
        refuses(swap(5, "10"), "another intent");
        signs(cancel(3));
    }

    @Test
    void aHigherFeeCountsOnceForTheDay() {
        UnsignedTransaction swap = swap(5, "1000");
        for (int fee = 10; fee < 100; fee++) {
            signs(transaction(5, ROUTER, 0, swap.data(), fee));
        }
        signs(swap(6, "1000"));
    }

    @Test
    void remembersAfterARestart() {
        signs(swap(5, "1000"));
        signs(swap(6, "1000"));
        signer.close();
        signer = open(folder.resolve("state"), false);
        assertThat(signer.remembered()).isEqualTo(2);
        refuses(swap(6, "11"), "another intent");
        refuses(swap(7, "1000"), "in 24 hours");
        signs(swap(6, "1000"));
    }

    @Test
    void logsEveryRequestWithItsVerdict() throws Exception {
        signs(swap(5, "1"));
        refuses(swap(5, "2"), "another intent");
        assertThat(Files.readAllLines(folder.resolve("state")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("OPENED"),
                        line -> assertThat(line)
                                .contains(
                                        "SIGNED", KEY.sign(swap(5, "1")).hash().hex()),
                        line -> assertThat(line).contains("REFUSED", "another intent"));
    }

    private void signs(UnsignedTransaction transaction) {
        assertThat(signer.sign(transaction)).isEqualTo(KEY.sign(transaction));
    }

    private void refuses(UnsignedTransaction transaction, String reason) {
        assertThatThrownBy(() -> signer.sign(transaction))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining(reason);
    }
}
