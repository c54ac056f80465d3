package io.ballast.sense.chain.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHttpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "::1",
                "10.1.2.3",
                "192.168.0.9",
                "172.16.0.1",
                "172.31.255.1",
                "geth",
                "node.internal",
                "fd12::1"
            })
    void maySpeakToTheLocalNetwork(String host) {
        assertThat(PlainHttp.isNear(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rpc.example.org",
                "127.example.org",
                "10.example.org",
                "172.15.0.1",
                "172.32.0.1",
                "8.8.8.8",
                "2001:db8::1",
                "localhost.example.org"
            })
    void mayNotSpeakToTheWorld(String host) {
        assertThat(PlainHttp.isNear(host)).isFalse();
    }

    @Test
    void refusesAKeySentInClear() {
        assertThatThrownBy(() -> new JsonRpc(1, "http://rpc.example.org/v3/topsecretkey", RpcLimits.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rpc 1 (rpc.example.org): plain http to a host outside the local network, use https");
        assertThatCode(() -> new JsonRpc(1, "https://rpc.example.org/v3/topsecretkey", RpcLimits.DEFAULT))
                .doesNotThrowAnyException();
    }
}
