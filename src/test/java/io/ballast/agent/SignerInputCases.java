package io.ballast.agent;

import static io.ballast.agent.BadInputCase.accepted;
import static io.ballast.agent.BadInputCase.refused;
import static io.ballast.agent.ConfigSandbox.AGENT;

import java.util.List;

/** What files can say wrongly about who signs. */
final class SignerInputCases {
    private static final String ACCOUNT = "account:";

    private SignerInputCases() {}

    static List<BadInputCase> all() {
        return List.of(
                accepted("signer on a socket", "the key is elsewhere", AGENT, ACCOUNT, with("unix:run/signer.sock")),
                accepted(
                        "Web3Signer over https",
                        "the key is elsewhere",
                        AGENT,
                        ACCOUNT,
                        with("\"https://signer.example:9000\"")),
                accepted(
                        "Web3Signer on this machine",
                        "nobody listens",
                        AGENT,
                        ACCOUNT,
                        with("\"http://127.0.0.1:9000\"")),
                refused(
                        "Web3Signer over http",
                        "anybody on the way could ask it",
                        AGENT,
                        ACCOUNT,
                        with("\"http://10.0.0.7:9000\"")),
                refused(
                        "Web3Signer with a password in its address",
                        "addresses are logged",
                        AGENT,
                        ACCOUNT,
                        with("\"https://me:secret@signer.example\"")),
                refused("signer that is only a path", "a typing mistake", AGENT, ACCOUNT, with("/run/signer.sock")),
                refused("signer without a socket", "a typing mistake", AGENT, ACCOUNT, with("\"unix:\"")),
                refused(
                        "signer beside a keystore",
                        "the key belongs in one place",
                        AGENT,
                        ACCOUNT,
                        with("unix:run/signer.sock") + "\n  keystore: key.json"));
    }

    private static String with(String signer) {
        return ACCOUNT + "\n  signer: " + signer;
    }
}
