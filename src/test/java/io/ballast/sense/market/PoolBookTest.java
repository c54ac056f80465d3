package io.ballast.sense.market;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.TrackedPool;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolBookTest {
    private final ConstantProductPool[] states = {
        pair(1, A, B, 3000, "1000", "2000"),
        pair(1, A, B, 3000, "1001", "1999"),
        pair(1, A, B, 3000, "1002", "1998"),
        pair(1, A, B, 3000, "1003", "1997")
    };
    private final PoolBook book = new PoolBook(block(10), List.of(states[0]), 2);

    private static BlockRef block(int number) {
        return new BlockRef(number, hash(number), hash(number - 1), Instant.ofEpochSecond(number));
    }

    private static Hash32 hash(int number) {
        return new Hash32("0x" + String.format("%064x", number));
    }

    private void apply(int number, ConstantProductPool after) {
        book.apply(block(number), Map.of(after.id(), TrackedPool.of(after)));
    }

    @Test
    void goesForwardAndBackBlockByBlock() {
        apply(11, states[1]);
        apply(12, states[2]);
        assertThat(book.states()).containsExactly(states[2]);

        assertThat(book.unwindTo(hash(11))).isEqualTo(1);
        assertThat(book.states()).containsExactly(states[1]);
        assertThat(book.unwindTo(hash(10))).isEqualTo(1);
        assertThat(book.states()).containsExactly(states[0]);
        assertThat(book.block()).isEqualTo(block(10));
    }

    @Test
    void remembersNoMoreThanItsDepth() {
        apply(11, states[1]);
        apply(12, states[2]);
        apply(13, states[3]);

        assertThat(book.reaches(hash(11))).isTrue();
        assertThat(book.reaches(hash(10))).isFalse();
        assertThat(book.lowest()).isEqualTo(11);
        assertThatIllegalArgumentException().isThrownBy(() -> book.unwindTo(hash(10)));
        assertThat(book.states()).containsExactly(states[3]);
    }

    @Test
    void appliesABlockOnItsParentOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> apply(12, states[1]));
        assertThat(book.states()).containsExactly(states[0]);
    }

    @Test
    void whatWasReadInsteadIsTakenBackWithItsBlock() {
        apply(11, states[1]);
        book.replace(states[3]);
        assertThat(book.states()).containsExactly(states[3]);

        book.unwindTo(hash(10));
        assertThat(book.states()).containsExactly(states[0]);
    }
}
