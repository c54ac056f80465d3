package io.ballast.base.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void whatIsReadLaterIsWorkedOutAtTheFirstReadAndEqualToWhatIsThere() {
        AtomicInteger times = new AtomicInteger();
        Bytes there = Bytes.parse("0x0102ff");
        Bytes later = Bytes.whenRead(() -> {
            times.incrementAndGet();
            return there;
        });
        assertThat(times).hasValue(0);

        assertThat(later).isEqualTo(there).hasSameHashCodeAs(there).hasToString("0x0102ff");
        assertThat(there).isEqualTo(later).isNotEqualTo(Bytes.whenRead(() -> Bytes.parse("0x0102fe")));
        assertThat(later.hex()).isEqualTo("0x0102ff");
        assertThat(later.size()).isEqualTo(3);
        assertThat(later.slice(1, 2)).containsExactly(2, -1);
        assertThat(later.toArray()).isEqualTo(there.toArray()).isNotSameAs(later.toArray());
        assertThat(times).hasValue(1);
    }

    @Test
    void nothingIsWorkedOutToNothing() {
        assertThat(Bytes.whenRead(() -> Bytes.EMPTY)).isEqualTo(Bytes.EMPTY);
    }
}
