package io.ballast.act.journal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.CandidateRecord;
import io.ballast.act.journal.DecisionMade;
import io.ballast.act.journal.Halted;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.RandomEvents;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.journal.SessionStarted;
import io.ballast.act.risk.RiskState;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.think.action.ActionCost;
import io.ballast.think.action.ActionKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalJsonTest {
    private static final Address ACCOUNT = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    private static final String RISK = JournalJson.write(new RiskChanged(RiskState.INITIAL, "start"));

    @Test
    void readsBackEveryKindOfEventAsItWas() {
        for (long seed = 0; seed < 100; seed++) {
            for (JournalEvent event : new RandomEvents(seed).oneOfEach()) {
                String json = JournalJson.write(event);
                JournalEvent read = JournalJson.read(JournalJson.type(event.getClass()), json);
                assertThat(read).as("seed %s", seed).isEqualTo(event);
                assertThat(JournalJson.write(read)).as("seed %s", seed).isEqualTo(json);
                assertThat(json).matches("\\p{ASCII}*");
            }
        }
    }

    @Test
    void writesFrequentRecordsInTheLettersThatAllOthersAreWrittenIn() {
        for (long seed = 0; seed < 50; seed++) {
            for (JournalEvent event : new RandomEvents(seed).oneOfEach()) {
                assertThat(JournalJson.write(event)).isEqualTo(JournalJson.PLAIN.writeValueAsString(event));
            }
        }
    }

    @Test
    void knowsEveryKindOfEvent() {
        assertThat(new RandomEvents(0)
                        .oneOfEach().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(JournalEvent.class.getPermittedSubclasses());
    }

    @Test
    void writesKeysInOrderAndNoWhitespace() {
        var event = new SessionStarted(
                "paper", 31337, ACCOUNT, "0.1", Hash32.ZERO, Map.of(), Optional.empty(), "", "", Hash32.ZERO);
        assertThat(JournalJson.write(event))
                .isEqualTo(
                        "{\"account\":\"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\",\"chainId\":31337,\"configHash\":\""
                                + Hash32.ZERO + "\",\"files\":{},\"genesis\":\"" + Hash32.ZERO
                                + "\",\"insteadOf\":null,\"mode\":\"paper\",\"model\":\"\",\"modelSha256\":\"\",\"version\":\"0.1\"}");
    }

    @Test
    void writesMoneyAsTextAndNeverAsAFloat() {
        assertThat(RISK).contains("\"highWaterMark\":\"0.00000000\"").contains("\"trading\":\"ACTIVE\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"0.00000000\" | \"0.0\"         | scale",
                "\"0.00000000\" | 0.0             | a text is due",
                "\"0.00000000\" | null            | null",
                "\"0.00000000\" | \"+0.00000000\" | is spelt",
                "\"0.00000000\" | \"zero\"        | haracter",
                "\"ACTIVE\"     | 0               | TradingState",
                "\"ACTIVE\"     | \"active\"      | TradingState",
            })
    void refusesAnotherSpellingOfAValue(String from, String to, String complaint) {
        assertThat(RISK).contains(from);
        assertThatThrownBy(() -> JournalJson.read("RiskChanged", RISK.replace(from, to)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Halted     | {\"reason\":\"x\",\"more\":1}       | more",
                "Halted     | {}                                  | reason",
                "Halted     | {\"reason\":\"x\",\"reason\":\"y\"} | reason",
                "Halted     | {\"reason\":\"x\"} {}               | railing",
                "Halted     | {\"reason\":\"x\"                   | end-of-input",
                "Halt       | {\"reason\":\"x\"}                  | unknown type of event",
            })
    void refusesWhatItDidNotWrite(String type, String json, String complaint) {
        assertThatThrownBy(() -> JournalJson.read(type, json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesAMissingText() {
        assertThatThrownBy(() -> JournalJson.read("Halted", "{\"reason\":null}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(JournalJson.write(new Halted("x"))).isEqualTo("{\"reason\":\"x\"}");
    }

    @Test
    void refusesANumberThatIsNotFinite() {
        DecisionMade sane = new RandomEvents(1).decision(1, 1);
        DecisionMade event = new DecisionMade(
                sane.decisionId(),
                sane.block(),
                sane.baseFee(),
                sane.configHash(),
                sane.scorer(),
                sane.modelSha256(),
                sane.modelDigest(),
                sane.inputsHash(),
                sane.inputs(),
                List.of(new CandidateRecord(
                        ActionKind.HOLD,
                        "HOLD",
                        "",
                        ActionCost.NONE,
                        BigDecimal.ZERO,
                        Optional.empty(),
                        OptionalDouble.of(Double.NaN),
                        "")),
                List.of(),
                0,
                List.of(),
                "",
                false);
        assertThatThrownBy(() -> JournalJson.write(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite");
    }
}
