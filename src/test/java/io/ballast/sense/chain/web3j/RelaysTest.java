package io.ballast.sense.chain.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.sense.chain.SendOutcome;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelaysTest {
    private static final String METHOD = "eth_sendRawTransaction";
    private static final Bytes RAW = Bytes.parse("0x02f8");
    private static final Hash32 HASH = Hash32.of(Keccak256.digest(RAW.toArray()));
    private final FakeNode one = new FakeNode().result(METHOD, "\"" + HASH + "\"");
    private final FakeNode two = new FakeNode().result(METHOD, "\"" + HASH + "\"");

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void getEveryTransaction() {
        assertThat(relays().send(RAW)).isEqualTo(new SendOutcome.Accepted(HASH));
        assertThat(one.asked(METHOD)).isEqualTo(1);
        assertThat(two.asked(METHOD)).isEqualTo(1);
    }

    @Test
    void acceptIfOneAccepts() {
        one.error(METHOD, -32000, "insufficient funds");
        assertThat(relays().send(RAW)).isEqualTo(new SendOutcome.Accepted(HASH));
    }

    @Test
    void refuseOnlyIfAllRefuse() {
        one.error(METHOD, -32000, "insufficient funds");
        two.error(METHOD, -32000, "nobody knows this text");
        assertThat(relays().send(RAW)).isInstanceOf(SendOutcome.Unknown.class);
        two.error(METHOD, -32000, "intrinsic gas too low");
        assertThat(relays().send(RAW))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(SendOutcome.Reason.INSUFFICIENT_FUNDS));
    }

    @Test
    void getNothingBeforeTheyProveTheirChain() {
        one.result("eth_chainId", "\"0x2\"");
        assertThat(relays().send(RAW)).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(one.asked(METHOD)).isZero();
    }

    @Test
    void keepTheKeysOfTheirAddressesToThemselves() {
        one.error(METHOD, -32000, "no route to /hush-hush-key-0123456789");
        two.error(METHOD, -32000, "no");
        Relays relays = new Relays(
                List.of(one.url() + "hush-hush-key-0123456789", two.url()),
                FakeNode.CHAIN,
                Samples.LIMITS,
                Samples.QUICK);
        assertThat(relays.send(RAW).toString()).doesNotContain("hush");
    }

    @Test
    void areAtLeastOne() {
        assertThatThrownBy(() -> new Relays(List.of(), 1, Samples.LIMITS, Samples.QUICK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Relays relays() {
        return new Relays(List.of(one.url(), two.url()), FakeNode.CHAIN, Samples.LIMITS, Samples.QUICK);
    }
}
