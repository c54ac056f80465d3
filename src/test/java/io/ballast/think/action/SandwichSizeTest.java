package io.ballast.think.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.Router;
import io.ballast.sense.dex.Sandwich;
import io.ballast.sense.dex.SandwichBound;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.MarketState;
import io.ballast.think.Markets;
import io.ballast.think.action.Attempt.Reached;
import io.ballast.think.portfolio.GasPrice;
import io.ballast.think.portfolio.Holdings;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The size of a leg under the limit on what a sandwich that pays may take. */
class SandwichSizeTest {
    private static final Holdings OFF = Markets.holdings(20_000, 20_000, 20_000, 20_000);
    private static final ActionRules RULES = rules();

    private static ActionRules rules() {
        ActionRules base = Markets.rules();
        return new ActionRules(
                base.bounds(),
                base.steps(),
                Usd.of(1),
                new Bps(5_000),
                new Bps(300),
                Wei.of(1_000_000_000),
                Bps.ZERO,
                Ceiling.NONE);
    }

    /** Whether a sandwich pays for more than the limit, by the classes that say so. */
    private static boolean isAbove(MarketState market, TokenAmount amount, Token out) {
        GasPrice gas = GasPrice.next(market, RULES.tip());
        SwapQuote quote = new Router()
                .best(market.pools(), amount, out, gas.in(out, market))
                .orElseThrow();
        SandwichBound bound = new Sandwich(RULES.maxSlippage(), RULES.maxSandwichLoss(), gas.in(amount.token(), market))
                .of(quote, market.pools());
        return bound.pays() && bound.loss().raw().compareTo(BigInteger.ONE) > 0;
    }

    @RepeatedTest(20)
    void aLegIsAsLargeAsTheLimitAllowsAndNoLarger(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        MarketState market = Markets.deep(20_000 + random.nextInt(300_000));
        List<Token> tokens = Markets.TOKENS;
        Token in = tokens.get(random.nextInt(4));
        Token out = tokens.get((tokens.indexOf(in) + 1 + random.nextInt(3)) % 4);
        Usd value = Usd.of(500 + random.nextInt(15_000));
        Position start = Position.start(market, OFF);
        TokenAmount whole = start.worth(value, OFF.amount(in));
        Attempt attempt = new LegPricer(market, RULES).direct(start, Shift.pair(in, out, value));

        if (attempt instanceof Reached(Position end)) {
            TokenAmount amount = end.legs().getFirst().quote().amountIn();
            assertThat(isAbove(market, amount, out)).isFalse();
            assertThat(end.cut()).isEqualTo(!amount.equals(whole));
            if (end.cut()) {
                TokenAmount more = amount.plus(LargestAmount.step(whole));
                assertThat(isAbove(market, more.compareTo(whole) < 0 ? more : whole, out))
                        .isTrue();
            }
        } else {
            assertThat(isAbove(market, LargestAmount.step(whole), out)).isTrue();
        }
    }

    @Test
    void aMoveIsOfferedAtTheSizeThatIsSafeInsteadOfDropped() {
        Holdings off = Markets.holdings(4_450, 14_000, 12_100, 19_450);
        NamedTarget target = new NamedTarget("target", Markets.weights(10, 30, 25, 35));
        Candidates candidates = new CandidateGenerator().generate(Markets.deep(150_000), off, List.of(target), RULES);

        assertThat(candidates.list())
                .extracting(Candidate::label)
                .anyMatch(label -> label.endsWith("cut to the limit"));
        assertThat(candidates.list().stream().flatMap(candidate -> candidate.legs().stream()))
                .isNotEmpty()
                .noneMatch(leg -> leg.sandwich().pays());
    }

    @Test
    void theSearchEndsOnTheLastStepThatIsFit() {
        for (long total : List.of(1L, 7L, 255L, 256L, 1_000L, 123_456_789L)) {
            TokenAmount tooMuch = new TokenAmount(Markets.USDC, BigInteger.valueOf(total));
            BigInteger step = LargestAmount.step(tooMuch).raw();
            for (long limit : List.of(0L, 1L, total / 3, total - 1)) {
                if (limit >= total) {
                    continue;
                }
                BigInteger found = LargestAmount.below(
                                tooMuch, amount -> amount.raw().compareTo(BigInteger.valueOf(limit)) <= 0)
                        .raw();
                assertThat(found).isLessThanOrEqualTo(BigInteger.valueOf(limit));
                assertThat(found.add(step)).isGreaterThan(BigInteger.valueOf(limit));
            }
        }
    }
}
