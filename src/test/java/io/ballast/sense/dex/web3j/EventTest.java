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
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Pools;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTest {
    private static final Address AT = address(0x77);
    private static final PoolSpec SPEC = Pools.spec(0x77, A, B, 3000, 60);
    private static final BigInteger PRICE_4 = BigInteger.ONE.shiftLeft(97);

    /** Topics as block explorers show them. */
    @Test
    void hasTheTopicsOfTheContracts() {
        assertThat(Event.TRANSFER.topic().hex())
                .isEqualTo("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef");
        assertThat(Event.V2_SWAP.topic().hex())
                .isEqualTo("0xd78ad95fa46c994b6551d0da85fc275fe613ce37657fb8d5e3d130840159d822");
        assertThat(Event.V2_SYNC.topic().hex())
                .isEqualTo("0x1c411e9a96e071241c2f21f7726b17ae89e3cab4c78be50e062b03a9fffbbad1");
        assertThat(Event.V3_SWAP.topic().hex())
                .isEqualTo("0xc42079f94a6350d7e6235f29174924f928cc2ac818eb64fed8004e115fbcca67");
        assertThat(Event.V3_INITIALIZE.topic().hex())
                .isEqualTo("0x98636036cb66a9c19a37435efc1e90142190214e8abeb821bdba3f2990dd4c95");
    }

    @Test
    void readsATransferAndLeavesThatOfAnNftAlone() {
        LogEntry log = log(Event.TRANSFER, Encoding.of().word(42), address(1), address(2));
        LogEntry nft = new LogEntry(
                AT,
                List.of(Event.TRANSFER.topic(), topic(1), topic(2), topic(3)),
                Bytes.EMPTY,
                9,
                Hash32.ZERO,
                Hash32.ZERO,
                0);

        assertThat(TransferEvent.of(log))
                .contains(new TransferEvent(AT, address(1), address(2), BigInteger.valueOf(42)));
        assertThat(TransferEvent.of(nft)).isEmpty();
    }

    @Test
    void readsBothKindsOfSwapFromThePoolsSide() {
        Encoding v2 = Encoding.of().word(10).word(0).word(0).word(7);
        Encoding v3 = Encoding.of().word(10).word(-7).word(PRICE_4).word(5).word(-3);

        SwapEvent expected =
                new SwapEvent(PoolId.of(AT), address(1), address(2), BigInteger.TEN, BigInteger.valueOf(-7));
        assertThat(SwapEvent.of(log(Event.V2_SWAP, v2, address(1), address(2)))).contains(expected);
        assertThat(SwapEvent.of(log(Event.V3_SWAP, v3, address(1), address(2)))).contains(expected);
        assertThat(SwapEvent.of(log(Event.V2_SYNC, Encoding.of().word(1).word(1))))
                .isEmpty();
    }

    @Test
    void readsThePriceAfterAnEvent() {
        LogEntry swap = log(
                Event.V3_SWAP,
                Encoding.of().word(10).word(-7).word(PRICE_4).word(5).word(-3),
                address(1),
                address(2));
        LogEntry start = log(Event.V3_INITIALIZE, Encoding.of().word(PRICE_4).word(-3));
        LogEntry sync = log(Event.V2_SYNC, Encoding.of().word(3).word(12));

        for (LogEntry log : List.of(swap, start, sync)) {
            PoolPriceEvent event = PoolPriceEvent.of(log).orElseThrow();
            assertThat(event.blockNumber()).isEqualTo(9);
            assertThat(event.midPrice(SPEC, A).orElseThrow()).isEqualByComparingTo("4e12");
            assertThat(event.midPrice(SPEC, B).orElseThrow()).isEqualByComparingTo("0.25e-12");
        }
    }

    @Test
    void anEmptyPairHasNoPriceAndAnImpossiblePriceIsMalformed() {
        LogEntry empty = log(Event.V2_SYNC, Encoding.of().word(0).word(0));
        LogEntry impossible = log(Event.V3_INITIALIZE, Encoding.of().word(0).word(0));

        assertThat(PoolPriceEvent.of(empty).orElseThrow().midPrice(SPEC, A)).isEmpty();
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> PoolPriceEvent.of(impossible))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.MALFORMED));
    }

    @Test
    void aShortOrForeignLogIsNoneOfThem() {
        LogEntry cut = log(Event.V2_SYNC, Encoding.of().word(1));
        LogEntry anonymous = new LogEntry(AT, List.of(), Bytes.EMPTY, 9, Hash32.ZERO, Hash32.ZERO, 0);

        for (LogEntry log : List.of(cut, anonymous)) {
            assertThat(PoolPriceEvent.of(log)).isEmpty();
            assertThat(SwapEvent.of(log)).isEmpty();
            assertThat(TransferEvent.of(log)).isEmpty();
        }
    }

    private static LogEntry log(Event event, Encoding data, Address... indexed) {
        List<Hash32> topics = new ArrayList<>(List.of(event.topic()));
        for (Address address : indexed) {
            topics.add(Hash32.of(Encoding.of().word(address).build().toArray()));
        }
        return new LogEntry(AT, topics, data.build(), 9, Hash32.ZERO, Hash32.ZERO, 0);
    }

    private static Hash32 topic(long value) {
        return Hash32.of(Encoding.of().word(value).build().toArray());
    }
}
