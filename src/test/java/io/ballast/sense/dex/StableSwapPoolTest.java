package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.amount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StableSwapPoolTest {
    private static final String GOLDEN =
            "golden__data__curve__test_curve_onchain_parity__test_curve_tripool_get_dy.json";
    private static final String FIXTURE = "fixtures__chain_data__1__curve_tripool_block_24407242.json";
    private final Random random = new Random(17);

    @Test
    void givesEveryRecordedAnswerOfThePool() {
        StableSwapPool pool = tripool(StableSwapForm.WHOLE_A);
        List<RecordedAnswers.Answer> answers = RecordedAnswers.exactIn(RecordedAnswers.json(GOLDEN), pool.tokens());

        assertThat(answers).hasSize(18);
        for (RecordedAnswers.Answer answer : answers) {
            assertThat(pool.swapExactIn(answer.in(), answer.out().token()).amountOut())
                    .as("%s", answer)
                    .isEqualTo(answer.out());
        }
    }

    @Test
    void theLaterFormWouldMissSomeOfThem() {
        StableSwapPool pool = tripool(StableSwapForm.PRECISE_A);

        assertThat(RecordedAnswers.exactIn(RecordedAnswers.json(GOLDEN), pool.tokens()))
                .anyMatch(answer -> !pool.swapExactIn(answer.in(), answer.out().token())
                        .amountOut()
                        .equals(answer.out()));
    }

    private static StableSwapPool tripool(StableSwapForm form) {
        JsonNode fixture = RecordedAnswers.json(FIXTURE);
        PoolSpec spec = new PoolSpec(
                PoolId.of(Address.parse(fixture.get("address").asString())),
                Venue.CURVE,
                RecordedAnswers.tokens(fixture),
                150,
                0,
                Address.ZERO,
                Arithmetic.LOCAL);
        return new StableSwapPool(
                spec,
                RecordedAnswers.numbers(fixture.get("balances")),
                fixture.get("a_coefficient").bigIntegerValue().multiply(form.precision()),
                fixture.get("fee").bigIntegerValue(),
                fixture.get("admin_fee").bigIntegerValue(),
                form);
    }

    @Test
    void anExactOutputCostsTheLeastInputThatGivesIt() {
        for (StableSwapForm form : StableSwapForm.values()) {
            StableSwapPool pool = pool(form);
            for (int i = 0; i < 100; i++) {
                TokenAmount out = new TokenAmount(B, new BigInteger(36, random).add(BigInteger.ONE));
                TokenAmount in = pool.swapExactOut(C, out).amountIn();

                assertThat(pool.swapExactIn(in, B).amountOut()).isGreaterThanOrEqualTo(out);
                assertThat(given(pool, new TokenAmount(C, in.raw().subtract(BigInteger.ONE))))
                        .isLessThan(out.raw());
            }
        }
    }

    private static BigInteger given(StableSwapPool pool, TokenAmount in) {
        try {
            return pool.swapExactIn(in, B).amountOut().raw();
        } catch (InsufficientLiquidityException nothing) {
            return BigInteger.ZERO;
        }
    }

    @Test
    void theInvariantNeverFallsAndARoundTripNeverProfits() {
        for (int i = 0; i < 300; i++) {
            StableSwapPool pool = pool(StableSwapForm.PRECISE_A);
            TokenAmount in = new TokenAmount(A, new BigInteger(79, random).add(BigInteger.TEN.pow(14)));
            SwapResult there = pool.swapExactIn(in, B);
            StableSwapPool after = (StableSwapPool) there.after();

            assertThat(invariant(after)).isGreaterThanOrEqualTo(invariant(pool));
            assertThat(after.swapExactIn(there.amountOut(), A).amountOut()).isLessThan(in);
        }
    }

    private static BigInteger invariant(StableSwapPool pool) {
        List<BigInteger> scaled = List.of(
                pool.balances().get(0),
                pool.balances().get(1).multiply(BigInteger.TEN.pow(12)),
                pool.balances().get(2));
        return new StableSwapMath(pool.amplification(), pool.form()).invariant(scaled);
    }

    @Test
    void theMidPriceIsWhatSmallSwapsGiveBeforeTheFee() {
        StableSwapPool pool = pool(StableSwapForm.PRECISE_A);
        BigDecimal mid = pool.midPrice(A, B);
        TokenAmount out = pool.swapExactIn(amount(A, "1000000000000000000"), B).amountOut();

        assertThat(out.whole()).isCloseTo(mid.multiply(new BigDecimal("0.9996")), within(new BigDecimal("0.000002")));
        assertThat(pool.midPrice(B, A).multiply(mid)).isCloseTo(BigDecimal.ONE, within(new BigDecimal("1e-30")));
        assertThat(pool.feePips()).isEqualTo(400);
    }

    @Test
    void refusesWhatItCannotGive() {
        StableSwapPool pool = pool(StableSwapForm.WHOLE_A);

        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .isThrownBy(() ->
                        pool.swapExactOut(A, new TokenAmount(B, pool.balances().get(1))));
        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .as("less than a unit of the token out")
                .isThrownBy(() -> pool.swapExactIn(amount(A, "1000"), B));
        assertThatIllegalArgumentException().isThrownBy(() -> pool.swapExactIn(amount(A, "1000"), A));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StableSwapPool(
                        pool.spec(),
                        pool.balances(),
                        BigInteger.ZERO,
                        pool.fee(),
                        pool.adminFee(),
                        StableSwapForm.WHOLE_A));
    }

    @Test
    void aPairMayStandInAnyOrder() {
        PoolSpec spec = new PoolSpec(
                PoolId.of(Pools.address(5)), Venue.CURVE, List.of(B, A), 400, 0, Address.ZERO, Arithmetic.LOCAL);

        assertThat(spec.token0()).isEqualTo(B);
    }

    private static StableSwapPool pool(StableSwapForm form) {
        PoolSpec spec = new PoolSpec(
                PoolId.of(Pools.address(4)), Venue.CURVE, List.of(A, B, C), 400, 0, Address.ZERO, Arithmetic.LOCAL);
        List<BigInteger> balances = List.of(
                new BigInteger("1500000000000000000000000"),
                new BigInteger("700000000000"),
                new BigInteger("900000000000000000000000"));
        BigInteger amplification = BigInteger.valueOf(200).multiply(form.precision());
        return new StableSwapPool(
                spec,
                balances,
                amplification,
                BigInteger.valueOf(4_000_000),
                BigInteger.TEN.pow(10).shiftRight(1),
                form);
    }
}
