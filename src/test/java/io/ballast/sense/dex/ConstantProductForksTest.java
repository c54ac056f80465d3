package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Forks of Uniswap V2 write their fee in other parts; a fee in millionths gives the same integers. */
class ConstantProductForksTest {
    private final Random random = new Random(25);

    @ParameterizedTest
    @CsvSource({"PANCAKESWAP_V2, 2500, 9975, 10000", "SUSHISWAP_V2, 3000, 997, 1000", "UNISWAP_V2, 3000, 997, 1000"})
    void equalsTheForksOwnFormula(Venue venue, int feePips, long kept, long parts) {
        for (int i = 0; i < 5_000; i++) {
            BigInteger reserveIn = number(90);
            BigInteger reserveOut = number(90);
            BigInteger amountIn = number(reserveIn.bitLength());
            BigInteger net = amountIn.multiply(BigInteger.valueOf(kept));
            BigInteger expected = net.multiply(reserveOut)
                    .divide(reserveIn.multiply(BigInteger.valueOf(parts)).add(net));
            if (expected.signum() > 0) {
                assertThat(pool(venue, A, B, feePips, reserveIn, reserveOut)
                                .swapExactIn(new TokenAmount(A, amountIn))
                                .amountOut()
                                .raw())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void givesEveryRecordedAnswerOfPancakesRouter() {
        JsonNode fixture =
                RecordedAnswers.json("fixtures__chain_data__8453__pancakeswap_v2_weth_usdbc_block_46875151.json");
        JsonNode golden = RecordedAnswers.json(
                "golden__data__pancakeswap__test_pancakeswap_v2_onchain_parity__test_pancakeswap_v2_router_get_amounts_out.json");
        Token weth = RecordedAnswers.token(fixture.get("token0"));
        Token usd = RecordedAnswers.token(fixture.get("token1"));
        ConstantProductPool pool = pool(
                Venue.PANCAKESWAP_V2,
                weth,
                usd,
                2_500,
                fixture.get("reserves_token0").bigIntegerValue(),
                fixture.get("reserves_token1").bigIntegerValue());
        List<RecordedAnswers.Answer> answers = RecordedAnswers.exactIn(golden, List.of(weth, usd));

        assertThat(answers).hasSize(24);
        for (RecordedAnswers.Answer answer : answers) {
            assertThat(given(pool, answer.in()))
                    .as("%s", answer)
                    .isEqualTo(answer.out().raw());
        }
    }

    /** The router quotes zero where the pair would revert. */
    private static BigInteger given(ConstantProductPool pool, TokenAmount in) {
        try {
            return pool.swapExactIn(in).amountOut().raw();
        } catch (InsufficientLiquidityException nothing) {
            return BigInteger.ZERO;
        }
    }

    private static ConstantProductPool pool(
            Venue venue, Token token0, Token token1, int feePips, BigInteger reserve0, BigInteger reserve1) {
        PoolSpec spec = new PoolSpec(
                PoolId.of(Pools.address(3)),
                venue,
                List.of(token0, token1),
                feePips,
                0,
                Address.ZERO,
                Arithmetic.LOCAL);
        return new ConstantProductPool(spec, reserve0, reserve1);
    }

    private BigInteger number(int bits) {
        return new BigInteger(1 + random.nextInt(bits), random).add(BigInteger.ONE);
    }
}
