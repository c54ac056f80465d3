package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.L1Charge;
import org.junit.jupiter.api.Test;

/** Found by seed 20038: a name stands for one intent for ever, and one decision may revoke the same right twice. */
class RevokeNameTest {
    private final PoolModel chain = new PoolModel();

    @Test
    void isAnotherOneOnAnotherBlock() {
        BlockHeader first = chain.head();
        chain.mine();
        assertThat(name(first)).isNotEqualTo(name(chain.head())).startsWith("d000001.USDC.revoke-");
    }

    private static String name(BlockHeader at) {
        return TransactionPlans.revoke(
                        "d000001",
                        SpendingRight.ofToken(Orders.USDC, Orders.ROUTER),
                        Orders.OWNER,
                        at,
                        new GasOffer(Rig.OFFER.max(), L1Charge.NONE))
                .planned()
                .intentId();
    }
}
