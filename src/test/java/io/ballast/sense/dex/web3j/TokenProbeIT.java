package io.ballast.sense.dex.web3j;

import static io.ballast.sense.dex.Pools.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.TokenConduct;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.MisbehavingTokenException;
import io.ballast.sense.market.TokenSurvey;
import io.ballast.sense.market.Universe;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens of our own that misbehave, each in its way, before the probe. */
class TokenProbeIT {
    private static final Address POOL = address(0x9001);
    private static final String HOLDING = "123456789012345678901";
    private static OwnChain chain;
    private static int next = 0x70000;

    @BeforeAll
    static void start() {
        chain = new OwnChain();
        chain.rpc().setCode(POOL, Bytes.parse("0x00"));
    }

    @AfterAll
    static void stop() {
        if (chain != null) {
            chain.close();
        }
    }

    @Test
    void aTokenThatDoesAsItIsToldIsPlainEvenIfItReturnsNothing() {
        assertThat(conduct(held("PlainToken"))).isEqualTo(new TokenConduct.Plain());
        assertThat(conduct(held("SilentToken"))).isEqualTo(new TokenConduct.Plain());
    }

    @Test
    void nothingIsChangedByProbing() {
        Token token = held("PlainToken");
        conduct(token);

        assertThat(balance(token, POOL)).isEqualTo(HOLDING);
        assertThat(balance(token, TokenProbe.RECEIVER)).isEqualTo("0");
        assertThat(chain.chain().code(head().hash(), POOL)).isEqualTo(Bytes.parse("0x00"));
    }

    @Test
    void aFeeOnTransferIsMeasured() {
        assertThat(conduct(held("FeeToken"))).isEqualTo(new TokenConduct.TakesFee(new Bps(250)));
    }

    @Test
    void tokensThatCannotBeMovedAreToldApart() {
        assertThat(conduct(held("FalseToken")).text())
                .isEqualTo("cannot be moved: nothing of a transfer out of the pool arrives");
        assertThat(conduct(held("GreedyToken")).text())
                .isEqualTo("cannot be moved: a transfer out of the pool reverts");
        assertThat(conduct(put("PlainToken")).text()).isEqualTo("is unknown: the pool holds none of it");
        assertThat(conduct(new Token(address(0xdead), "NONE", 18)).text()).startsWith("cannot be moved: its balances");
    }

    @Test
    void aTokenThatCanBeBoughtButNotSoldIsFoundOut() {
        Token token = held("HoneypotToken");
        chain.send(
                token.address(),
                OwnChain.function("setOwner(address)").word(POOL).build());

        assertThat(conduct(token).text()).isEqualTo("cannot be moved: a transfer back into the pool reverts");
    }

    @Test
    void sharesAreFoundByWhatTheTokenAnswersAndByRounding() {
        Token shares = held("SharesToken");
        assertThat(conduct(shares).text()).contains("it keeps shares (sharesOf)");

        Token elastic = held("ElasticToken");
        assertThat(conduct(elastic)).as("before it ever changed").isEqualTo(new TokenConduct.Plain());
        chain.send(
                elastic.address(), OwnChain.function("rebase(uint256)").word(2).build());
        assertThat(conduct(elastic).text())
                .isEqualTo("changes balances by itself: a transfer is rounded, as of shares");
    }

    @Test
    void aBalanceThatMovesWithoutATransferIsFoundBetweenTwoBlocks() {
        TokenDrift drift = new TokenDrift(chain.chain());
        Token honest = held("PlainToken");
        Token elastic = held("ElasticToken");
        BlockRef before = head();
        mint(honest, "5");
        assertThat(drift.between(before, head(), honest, POOL)).isEqualTo(new TokenConduct.Plain());
        assertThat(drift.between(before, head(), elastic, POOL)).isEqualTo(new TokenConduct.Plain());

        chain.send(
                elastic.address(), OwnChain.function("rebase(uint256)").word(1).build());
        mint(elastic, "10");
        assertThat(drift.between(before, head(), elastic, POOL).text())
                .contains("moved by " + HOLDING + " raw")
                .contains("without a transfer");
    }

    @Test
    void aUniverseWithAMisbehavingTokenIsRefusedWithALineForIt() {
        Token honest = held("PlainToken");
        Token taking = held("FeeToken");
        Token silent = held("SilentToken");
        Universe universe = universe(honest, taking);
        TokenSurvey survey = new TokenSurvey(chain.chain());

        assertThat(survey.at(head(), universe))
                .extracting(finding -> finding.conduct().isTrusted())
                .containsExactly(true, false);
        assertThatExceptionOfType(MisbehavingTokenException.class)
                .isThrownBy(() -> survey.requirePlain(head(), universe))
                .satisfies(e -> assertThat(e.lines())
                        .containsExactly("token FeeToken keeps 2.5% of every transfer (seen at v2 pool " + POOL + ")"));
        survey.requirePlain(head(), universe(honest, silent));
    }

    private static Universe universe(Token first, Token second) {
        PoolSpec pool = new PoolSpec(PoolId.of(POOL), Venue.UNISWAP_V2, first, second, 3_000, 0);
        return new Universe(
                31_337, List.of(first, second), first, second, List.of(pool), List.of(), Address.ZERO, Address.ZERO);
    }

    private static TokenConduct conduct(Token token) {
        Hash32 at = head().hash();
        return new TokenProbe(chain.chain()).conduct(at, token, POOL);
    }

    private static BlockRef head() {
        return chain.chain().head().ref();
    }

    private static Token put(String contract) {
        Address at = address(next++);
        chain.put(at, contract);
        return new Token(at, contract, 18);
    }

    /** A fresh token of which the pool holds some. */
    private static Token held(String contract) {
        Token token = put(contract);
        mint(token, HOLDING);
        return token;
    }

    private static void mint(Token token, String raw) {
        chain.send(
                token.address(),
                OwnChain.function("mint(address,uint256)")
                        .word(POOL)
                        .word(new BigInteger(raw))
                        .build());
    }

    private static String balance(Token token, Address owner) {
        return new Words(
                        "balance",
                        chain.ask(List.of(EthCall.to(token.address(), Erc20.balanceOf(owner))))
                                .get(0)
                                .orThrow("balance"))
                .unsigned(0, 32)
                .toString();
    }
}
