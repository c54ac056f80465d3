package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.Arithmetic;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SolidlyPool;
import io.ballast.sense.dex.StableSwapForm;
import io.ballast.sense.dex.StableSwapPool;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.WeightedPool;
import io.ballast.sense.dex.WeightedVersion;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.Observation;
import io.ballast.think.Markets;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two pools that would quote differently never give the same hash. */
class InputsHashTest {
    private static final BigInteger BALANCE = BigInteger.TEN.pow(21);
    private static final BigInteger HALF = BigInteger.TEN.pow(18).shiftRight(1);
    private static final BigInteger FEE = BigInteger.TEN.pow(15);

    @Test
    void everythingThatDecidesAQuoteIsHashed() {
        List<PoolState> pools = List.of(
                solidly(BALANCE, true, 5),
                solidly(BALANCE.add(BigInteger.ONE), true, 5),
                solidly(BALANCE, false, 5),
                solidly(BALANCE, true, 6),
                weighted(BALANCE, FEE, WeightedVersion.V1),
                weighted(BALANCE.add(BigInteger.ONE), FEE, WeightedVersion.V1),
                weighted(BALANCE, FEE.add(BigInteger.ONE), WeightedVersion.V1),
                weighted(BALANCE, FEE, WeightedVersion.V2),
                stable(200, 4_000_000, StableSwapForm.WHOLE_A),
                stable(201, 4_000_000, StableSwapForm.WHOLE_A),
                stable(200, 4_000_001, StableSwapForm.WHOLE_A),
                stable(200, 4_000_000, StableSwapForm.PRECISE_A));
        Stream<Hash32> hashes = pools.stream().map(InputsHashTest::hash);

        assertThat(hashes).doesNotHaveDuplicates();
        assertThat(hash(solidly(BALANCE, true, 5))).isEqualTo(hash(pools.get(0)));
    }

    private static Hash32 hash(PoolState pool) {
        AccountState account = new AccountState(Address.ZERO, List.of(), Wei.ZERO, List.of());
        return InputsHash.of(
                new Observation(Markets.market(Markets.PRICES, pool), account),
                Markets.window(new double[] {1, 1}, new double[] {1, 1}, new double[] {1, 1}, new double[] {1, 1}));
    }

    private static SolidlyPool solidly(BigInteger reserve, boolean stable, int feeBps) {
        return new SolidlyPool(spec(Venue.AERODROME), reserve, BALANCE, stable, feeBps);
    }

    private static WeightedPool weighted(BigInteger balance, BigInteger fee, WeightedVersion version) {
        return new WeightedPool(spec(Venue.BALANCER_V2), List.of(balance, BALANCE), List.of(HALF, HALF), fee, version);
    }

    private static StableSwapPool stable(long amplification, long fee, StableSwapForm form) {
        return new StableSwapPool(
                spec(Venue.CURVE),
                List.of(BALANCE, BALANCE),
                BigInteger.valueOf(amplification),
                BigInteger.valueOf(fee),
                BigInteger.ZERO,
                form);
    }

    private static PoolSpec spec(Venue venue) {
        return new PoolSpec(
                PoolId.of(Markets.address(77)),
                venue,
                List.of(Markets.LINK, Markets.USDC),
                0,
                0,
                Address.ZERO,
                Arithmetic.LOCAL);
    }
}
