package io.ballast.sense.dex.web3j;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.PoolEvent;
import io.ballast.sense.dex.PoolKey;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class V4EventsTest {
    private static final Address MANAGER = address(0x1234);
    private static final PoolId POOL = new PoolId("0x21c67e77068de97969ba93d4aab21826d33ca12bb9f565d8496e8fda8a82ca27");
    private static final BigInteger PRICE = BigInteger.ONE.shiftLeft(96);
    private final V4Events events = new V4Events(MANAGER);

    @Test
    void readsASwapAsThePoolSeesIt() {
        Bytes data = Encoding.of()
                .word(-1_000)
                .word(995)
                .word(PRICE)
                .word(77)
                .word(-1)
                .word(3_000)
                .build();
        assertThat(events.of(log(MANAGER, "40e9cecb9f5f1f1c5b9c97dec2917b7ee92e57ba5563708daca94dd84ad7112f", 3, data)))
                .contains(new PoolEvent.Swapped(
                        POOL, BigInteger.valueOf(1_000), BigInteger.valueOf(-995), PRICE, -1, BigInteger.valueOf(77)));
    }

    @Test
    void readsMovedLiquidity() {
        Bytes data = Encoding.of().word(-120).word(60).word(-5).word(0).build();
        assertThat(events.of(log(MANAGER, "f208f4912782fd25c7f114ca3723a2d5dd6f3bcc3ac8db5af63baa85f711d5ec", 3, data)))
                .contains(new PoolEvent.LiquidityMoved(POOL, -120, 60, BigInteger.valueOf(-5)));
    }

    @Test
    void readsTheFirstPrice() {
        Bytes data =
                Encoding.of().word(3_000).word(60).word(0).word(PRICE).word(0).build();
        assertThat(events.of(log(MANAGER, "dd466e674ea557f56295e2d0218a125ea4b4f0f6f3307b95f85e6110838d6438", 4, data)))
                .contains(new PoolEvent.Initialized(POOL, PRICE, 0));
    }

    @Test
    void readsTheProtocolsShareOfEachDirection() {
        Bytes data = Encoding.of().word(1_000 << 12 | 250).build();
        assertThat(events.of(log(MANAGER, "e9c42593e71f84403b84352cd168d693e2c9fcd1fdbcc3feb21d92b43e6696f9", 2, data)))
                .contains(new PoolEvent.ProtocolFeeSet(POOL, 250, 1_000));
    }

    /** Anyone may deploy a contract that emits the same events. */
    @Test
    void believesNoOtherContract() {
        Bytes data = Encoding.of().word(-120).word(60).word(-5).word(0).build();
        String moved = "f208f4912782fd25c7f114ca3723a2d5dd6f3bcc3ac8db5af63baa85f711d5ec";
        assertThat(events.of(log(address(0x1235), moved, 3, data))).isEmpty();
        assertThat(events.of(log(MANAGER, moved, 2, data))).isEmpty();
    }

    @Test
    void aValueThatDoesNotFitItsTypeIsMalformed() {
        Bytes data = Encoding.of().word(1L << 24).word(60).word(-5).word(0).build();
        LogEntry log = log(MANAGER, "f208f4912782fd25c7f114ca3723a2d5dd6f3bcc3ac8db5af63baa85f711d5ec", 3, data);
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> events.of(log))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.MALFORMED));
    }

    @Test
    void cannotFollowAFeeThatChangesUntold() {
        assertThat(V4Events.follow(new PoolKey(A.address(), B.address(), 500, 10, Address.ZERO).spec(A, B)))
                .isTrue();
        assertThat(V4Events.follow(
                        new PoolKey(A.address(), B.address(), PoolKey.DYNAMIC_FEE, 10, address(0x40000)).spec(A, B)))
                .isFalse();
    }

    private static LogEntry log(Address emitter, String topic, int topics, Bytes data) {
        List<Hash32> all = List.of(new Hash32("0x" + topic), new Hash32(POOL.hex()), Hash32.ZERO, Hash32.ZERO);
        return new LogEntry(emitter, all.subList(0, topics), data, 7, Hash32.ZERO, Hash32.ZERO, 0);
    }
}
