package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.Flow;
import io.ballast.act.risk.Assessment;
import io.ballast.act.risk.RiskState;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.chain.SendOutcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read of outcomes, flows and reverts, and what a node's answer means. */
class WordsTest {
    private static final Receipt RECEIPT = new Receipt(
            new Hash32("0x" + "ab".repeat(32)), true, 102, Hash32.ZERO, 0, 21_000, Wei.of(1), Wei.ZERO, List.of());

    static Stream<Arguments> outcomes() {
        Assessment refusal = new Assessment(List.of(), RiskState.INITIAL, List.of());
        return Stream.of(
                Arguments.of(
                        new IntentOutcome.Filled("d1", RECEIPT, Orders.PAID, Orders.QUOTED),
                        "d1 filled: paid " + Orders.PAID + ", received " + Orders.QUOTED,
                        true),
                Arguments.of(
                        new IntentOutcome.Reverted("d1", RECEIPT),
                        "d1 reverted in " + RECEIPT.txHash().brief(),
                        false),
                Arguments.of(
                        new IntentOutcome.Cancelled("d1", RECEIPT),
                        "d1 cancelled in " + RECEIPT.txHash().brief(),
                        false),
                Arguments.of(new IntentOutcome.Refused("d1", refusal), "d1 refused: []", false),
                Arguments.of(new IntentOutcome.Dropped("d1", "late"), "d1 dropped: late", false),
                Arguments.of(new IntentOutcome.Unresolved("d1", "silence"), "d1 unresolved: silence", false));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void anOutcomeIsOneLine(IntentOutcome outcome, String line, boolean filled) {
        assertThat(outcome.describe()).isEqualTo(line);
        assertThat(outcome.filled()).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUARANTINED | 1          | 0    | true  | quarantined 0.000001 USDC from 0x",
                "TAKEN_OUT   | -1500000   | 0    | true  | taken out -1.5 USDC to 0x",
                "WRITTEN_OFF | 0          | -1e9 | true  | written off -0.000000001 coins to 0x",
                "DEPOSIT     | 0          | 2e18 | true  | deposit 2 coins from 0x",
                "WRAP        | 30000000   | -1e9 | false | wrap 30 USDC -0.000000001 coins",
                "ADJUSTMENT  | 7          | 0    | false | adjustment 0.000007 USDC"
            })
    void aFlowSaysHowMuchWhichWay(Flow.Kind kind, long amount, BigDecimal coins, boolean known, String words) {
        Flow flow = new Flow(
                kind,
                Orders.USDC,
                BigInteger.valueOf(amount),
                coins.toBigIntegerExact(),
                known ? Optional.of(Orders.POOL) : Optional.empty(),
                Optional.empty());
        String expected = known ? words.replace("0x", Orders.POOL.toString()) : words;

        assertThat(FlowWords.of(flow)).isEqualTo(expected);
        assertThat(FlowWords.of(List.of(flow, flow))).isEqualTo(expected + ", " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NONCE_TOO_LOW, LOOK, false, false",
        "REPLACEMENT_UNDERPRICED, OUTBID, true, false",
        "UNDERPRICED, TOO_LITTLE, true, true",
        "FEE_BELOW_BASE, TOO_LITTLE, true, true",
        "NONCE_TOO_HIGH, WAIT, false, false",
        "POOL_FULL, WAIT, false, false",
        "NOT_READY, WAIT, false, false",
        "INSUFFICIENT_FUNDS, REJECT, false, true",
        "INTRINSIC_GAS, REJECT, false, true",
        "EXCEEDS_BLOCK_GAS, REJECT, false, true",
        "FEE_CAP_EXCEEDED, REJECT, false, true",
        "INVALID, REJECT, false, true"
    })
    void aRefusalAsksForMoreOrEndsOrNeither(
            SendOutcome.Reason reason, Reaction reaction, boolean asksForMore, boolean ends) {
        Reaction seen = Reaction.to(new SendOutcome.Refused(reason, "text"));

        assertThat(seen).isEqualTo(reaction);
        assertThat(seen.asksForMore()).isEqualTo(asksForMore);
        assertThat(seen.ends()).isEqualTo(ends);
    }

    @Test
    void anUnknownOutcomeIsWaitedForAsAnAcceptedOneIs() {
        assertThat(Reaction.to(new SendOutcome.Unknown("time-out"))).isEqualTo(Reaction.WAIT);
        assertThat(Reaction.to(new SendOutcome.Accepted(Hash32.ZERO))).isEqualTo(Reaction.WAIT);
    }

    @Test
    void aRevertWithATextSaysItAndNothingBeyondIt() {
        assertThat(RevertReason.read(error(3, "STF"))).isEqualTo("\"STF\"");
        assertThat(RevertReason.read(error(2, "STF"))).as("as long as it says").isEqualTo("\"ST\"");
        assertThat(RevertReason.read(error(0, ""))).isEqualTo("\"\"");
        assertThat(RevertReason.read(error(5_000, "x".repeat(500))))
                .as("no longer than a line")
                .isEqualTo("\"" + "x".repeat(200) + "\"");
        assertThat(RevertReason.read(error(150, "S")))
                .as("no longer than there is")
                .isEqualTo("\"S" + "?".repeat(31) + "\"");
    }

    @Test
    void aRevertCannotWriteControlCharactersIntoALog() {
        assertThat(RevertReason.read(error(3, "a\nb"))).isEqualTo("\"a?b\"");
    }

    @Test
    void aRevertWithoutATextShowsItsData() {
        assertThat(RevertReason.read(Bytes.EMPTY)).isEqualTo("no reason given");
        assertThat(RevertReason.read(Bytes.parse("0x1425ea42"))).isEqualTo("0x1425ea42");
        Bytes other = Bytes.parse("0x4e487b71" + "0".repeat(128));
        assertThat(RevertReason.read(other)).isEqualTo(other.toString());
    }

    private static Bytes error(int length, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder hex = new StringBuilder("0x08c379a0");
        hex.append(String.format("%064x", 32)).append(String.format("%064x", length));
        for (byte b : utf8) {
            hex.append(String.format("%02x", b));
        }
        return Bytes.parse(hex.append("00".repeat((32 - utf8.length % 32) % 32)).toString());
    }

    /** The wrapper of the coin is a token like any other where only tokens move. */
    @Test
    void wrappedCoinsAreToldAsTokens() {
        Token weth = Orders.WETH;
        Flow flow = new Flow(
                Flow.Kind.DEPOSIT, weth, BigInteger.TEN.pow(17), BigInteger.ZERO, Optional.empty(), Optional.empty());
        assertThat(FlowWords.of(flow)).isEqualTo("deposit 0.1 WETH");
    }
}
