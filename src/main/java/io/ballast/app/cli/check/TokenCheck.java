package io.ballast.app.cli.check;

import io.ballast.agent.AgentConfiguration;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.market.TokenSurvey;
import java.util.List;

/** How each token behaves when it is moved. */
record TokenCheck(ChainReader chain, AgentConfiguration config) {
    private static final String TOKENS = "tokens";

    List<CheckLine> lines() {
        try {
            return new TokenSurvey(chain)
                    .at(chain.head().ref(), config.universe()).stream()
                            .map(TokenCheck::line)
                            .toList();
        } catch (ChainException e) {
            if (e.kind() != ChainException.Kind.REFUSED) {
                throw e;
            }
            return List.of(CheckLine.warn(
                    TOKENS,
                    "not probed, the node lends no code to calls: " + e.getMessage(),
                    "use a node that allows code overrides in eth_call, once"));
        }
    }

    private static CheckLine line(TokenSurvey.Finding finding) {
        return finding.conduct().isTrusted()
                ? CheckLine.ok(TOKENS, finding.token() + " is plain: what is sent arrives, there and back")
                : CheckLine.fail(TOKENS, finding.text(), "take " + finding.token() + " out of the strategy's universe");
    }
}
