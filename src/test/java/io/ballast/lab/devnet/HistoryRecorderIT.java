package io.ballast.lab.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.lab.training.Bar;
import io.ballast.lab.training.History;
import io.ballast.lab.training.TrainingListener;
import io.ballast.sense.chain.web3j.Web3jChain;
import io.ballast.sense.market.MarketReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories follow from their seed. */
class HistoryRecorderIT {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BLOCK = Duration.ofSeconds(12);

    @Test
    void recordsTheSameBarsOfTheSameSeed() {
        List<Bar> first = record(7).bars();

        assertThat(record(7).bars()).isEqualTo(first);
        assertThat(record(8).bars()).isNotEqualTo(first);
    }

    @Test
    void closesBarsOnTheHourAndFillsOneBlockLater() {
        List<Bar> bars = record(7).bars();

        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            assertThat(bar.decided().block().timestamp()).isEqualTo(DevnetOptions.EPOCH.plus(HOUR.multipliedBy(i + 1)));
            assertThat(bar.filled().block().parent())
                    .isEqualTo(bar.decided().block().hash());
            assertThat(bar.filled().block().timestamp())
                    .isEqualTo(bar.decided().block().timestamp().plus(BLOCK));
        }
        assertThat(bars)
                .anyMatch(bar -> !bar.filled().pools().equals(bar.decided().pools()));
    }

    private static History record(long seed) {
        try (Devnet devnet = DevnetAtHand.lockStep(seed)) {
            Web3jChain chain = new Web3jChain(
                    List.of(devnet.rpcUrl().toString()),
                    devnet.addresses().universe().chainId());
            MarketReader reader = new MarketReader(chain, devnet.addresses().universe(), Address.ZERO);
            return new HistoryRecorder(3, BLOCK)
                    .record(devnet.lockStep(), reader, seed, 4, HOUR, TrainingListener.SILENT);
        }
    }
}
