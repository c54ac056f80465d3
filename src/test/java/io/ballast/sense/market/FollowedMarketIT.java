package io.ballast.sense.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.web3j.Web3jChain;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A decision sees the same whether pools were read for it or followed up to it. */
class FollowedMarketIT {
    private static final Address OWNER = new Address("0x" + "0b".repeat(20));

    @Test
    void seesWhatAReaderSeesBlockAfterBlock() {
        try (Devnet devnet = DevnetAtHand.lockStep(3)) {
            Universe universe = devnet.addresses().universe();
            Web3jChain chain = new Web3jChain(List.of(devnet.rpcUrl().toString()), universe.chainId());
            MarketSource read = new MarketReader(chain, universe, OWNER);
            FollowedMarket followed =
                    new FollowedMarket(chain, universe, OWNER, ReadLimits.DEFAULT, new SyncRules(64, 64, 7));
            followed.observe();
            for (int i = 0; i < 20; i++) {
                BlockHeader head = devnet.lockStep().mineNext(Duration.ofSeconds(12));
                if (i % 3 == 0) {
                    followed.follow(head);
                }
                if (i % 4 == 0) {
                    assertThat(followed.observeAt(head)).isEqualTo(read.observeAt(head));
                }
            }
            assertThat(followed.observe()).isEqualTo(read.observe());
        }
    }
}
