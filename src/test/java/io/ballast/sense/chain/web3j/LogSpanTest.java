package io.ballast.sense.chain.web3j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogSpanTest {
    private final LogSpan span = new LogSpan();

    @Test
    void remembersWhatWasRefused() {
        span.refused(1_000);
        assertThat(span.most()).isEqualTo(500);
        span.refused(500);
        assertThat(span.most()).isEqualTo(250);
        span.refused(1);
        assertThat(span.most()).isEqualTo(1);
    }

    @Test
    void triesMoreAfterAWhileOfGoodAnswersAtTheLimit() {
        span.refused(1_000);
        for (int i = 0; i < 15; i++) {
            span.accepted(500);
            span.accepted(10);
        }
        assertThat(span.most()).isEqualTo(500);
        span.accepted(500);
        assertThat(span.most()).isEqualTo(1_000);
    }
}
