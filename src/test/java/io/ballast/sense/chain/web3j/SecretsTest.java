package io.ballast.sense.chain.web3j;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.ChainException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** No part of an endpoint's URL that may hold a key reaches a message, a stack trace or a log. */
class SecretsTest {
    private static final List<String> SECRETS = List.of("pathkey777", "querykey888", "userkey999", "passkey000");
    private final FakeNode node = new FakeNode().error("eth_getBalance", -32000, "bad key pathkey777\u001b[31m\nred");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();

    private String url() {
        return node.url("userkey999:passkey000@127.0.0.1", "/v3/pathkey777?apikey=querykey888");
    }

    @BeforeEach
    void listen() {
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stop() {
        root.detachAppender(lines);
        root.setLevel(before);
        node.close();
    }

    private String everythingSaid() {
        FailoverPolicy policy =
                new FailoverPolicy(1, Duration.ofMillis(1), Duration.ofMillis(2), 1, Duration.ofMillis(1));
        Web3jChain chain = new Web3jChain(List.of(url()), FakeNode.CHAIN, Samples.LIMITS, policy);
        StringWriter said = new StringWriter();
        said.append(chain.send(Bytes.parse("0x01")).toString());
        try {
            chain.balance(Samples.BLOCK, Samples.POOL);
        } catch (ChainException e) {
            e.printStackTrace(new PrintWriter(said, true));
        }
        return said
                + lines.list.stream()
                        .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
                        .collect(Collectors.joining("\n"));
    }

    private void assertSilent() {
        assertThat(everythingSaid()).contains("rpc 0 (127.0.0.1)").doesNotContain(SECRETS);
    }

    @Test
    void notWhenTheNodeRepeatsItsKey() {
        assertSilent();
        assertThat(everythingSaid()).contains("bad key *** [31m red").doesNotContain("\u001b");
    }

    @Test
    void notWhenTheNodeAnswersAnErrorPage() {
        node.fault(response -> response.code(403).body("key pathkey777 not allowed, user userkey999"));
        assertSilent();
    }

    @Test
    void notWhenTheAnswerIsNoJson() {
        node.mangle(text -> "pathkey777");
        assertSilent();
    }

    @Test
    void notWhenTheConnectionFails() {
        node.close();
        assertSilent();
    }

    @Test
    void notWhenTheChainIsAnother() {
        node.result("eth_chainId", "\"0x2\"");
        assertSilent();
    }

    @Test
    void sendsUserAndPasswordAsBasicAuthentication() {
        everythingSaid();
        assertThat(node.lastRequest().getHeaders().get("Authorization"))
                .isEqualTo(Credentials.basic("userkey999", "passkey000"));
        assertThat(node.lastRequest().getTarget()).isEqualTo("/v3/pathkey777?apikey=querykey888");
    }
}
