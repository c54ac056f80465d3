package io.ballast.sense.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockHeaderTest {
    // EIP-1559: base · (1 ± |used − target| / target / 8), each division rounded down, a rise at least 1.
    @ParameterizedTest
    @CsvSource({
        "1000000000, 15000000, 1000000000",
        "1000000000, 30000000, 1125000000",
        "1000000000, 0, 875000000",
        "1000000000, 20000000, 1041666666",
        "7, 16000000, 8",
        "7, 14000000, 7"
    })
    void followsTheRuleOfTheBaseFee(long base, long used, long next) {
        BlockRef ref = new BlockRef(1, Hash32.ZERO, Hash32.ZERO, Instant.EPOCH);
        assertThat(new BlockHeader(ref, Wei.of(base), used, 30_000_000).nextBaseFee())
                .isEqualTo(Wei.of(next));
    }

    @Test
    void guessesThePresentFeeWhereTheGasLimitIsNominal() {
        BlockRef ref = new BlockRef(1, Hash32.ZERO, Hash32.ZERO, Instant.EPOCH);
        assertThat(new BlockHeader(ref, Wei.of(10_000_000), 2_000_000, 1L << 50).nextBaseFee())
                .isEqualTo(Wei.of(10_000_000));
    }
}
