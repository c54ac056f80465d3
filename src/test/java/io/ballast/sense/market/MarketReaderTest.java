package io.ballast.sense.market;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.address;
import static io.ballast.sense.dex.Pools.amount;
import static io.ballast.sense.dex.Pools.pair;
import static io.ballast.sense.dex.Pools.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Pools;
import io.ballast.sense.dex.Pools.Position;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.Encoding;
import io.ballast.sense.dex.web3j.LensEncoding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarketReaderTest {
    private static final Instant TIME = Instant.ofEpochSecond(1_800_000_000);
    private static final Address OWNER = address(0x0b);
    private static final List<PoolState> POOLS = List.of(
            pair(1, A, B, 3000, "1000000", "2000000"),
            Pools.pool(spec(2, A, C, 3000, 60), 17, List.of(Position.of(-600, 600, "1000000007"))));
    private static final Universe UNIVERSE = Markets.universe(POOLS);
    private static final BigInteger ONE_E18 = BigInteger.TEN.pow(18);

    private final FakeChain chain = new FakeChain();
    private final List<Bytes> answers = new ArrayList<>();
    private final MarketReader reader = new MarketReader(chain, UNIVERSE, OWNER);
    private BlockHeader header;
    private Bytes lens = LensEncoding.answer(TIME, POOLS);

    @BeforeEach
    void oneBlock() {
        header = chain.mine(TIME);
        long now = TIME.getEpochSecond();
        answers.add(round(300_012_345_678L, now - 60));
        answers.add(Encoding.of()
                .word(1)
                .word(ONE_E18)
                .word(0)
                .word(now - 86_400)
                .word(1)
                .build());
        answers.add(round(5, now - 3_601));
        for (int raw = 10; raw < 16; raw++) {
            answers.add(number(raw));
        }
        answers.add(number(77));
        answers.add(number(header.ref().number()));
        chain.answers = this::answer;
    }

    private CallResult answer(EthCall call) {
        return new CallResult.Returned(call.codeOverrides().isEmpty() ? multicall() : lens);
    }

    @Test
    void readsOneBlockInTwoRoundTrips() {
        Observation seen = reader.observe();

        assertThat(chain.roundTrips).isEqualTo(2);
        assertThat(seen.market().header()).isEqualTo(header);
        assertThat(seen.market().pools()).isEqualTo(POOLS);
        assertThat(seen.account().owner()).isEqualTo(OWNER);
        assertThat(seen.account().balances()).containsExactly(amount(A, "10"), amount(B, "11"), amount(C, "12"));
        assertThat(seen.account().allowances())
                .extracting(Allowance::amount)
                .containsExactly(amount(A, "13"), amount(B, "14"), amount(C, "15"));
        assertThat(seen.account().coins()).isEqualTo(Wei.of(77));
    }

    @Test
    void aPinnedBlockTakesOneRoundTrip() {
        chain.mine(TIME.plusSeconds(12));

        assertThat(reader.observeAt(header).market().header()).isEqualTo(header);
        assertThat(chain.roundTrips).isEqualTo(1);
    }

    @Test
    void pricesComeFromEachTokensFeedAndAreStaleAfterTheHeartbeat() {
        MarketState market = reader.observe().market();

        assertThat(market.price(A)).isEqualTo(Usd.of(new BigDecimal("3000.12345678")));
        assertThat(market.price(B)).isEqualTo(Usd.of(1));
        assertThat(market.price(C)).isEqualTo(Usd.of(new BigDecimal("0.00000005")));
        assertThat(market.feed(A).stale()).isFalse();
        assertThat(market.feed(B).stale()).as("just the heartbeat").isFalse();
        assertThat(market.feed(C).stale()).as("a second over").isTrue();
        assertThat(market.feed(A).updatedAt()).isEqualTo(TIME.minusSeconds(60));
    }

    @Test
    void aFeedThatIsZeroNegativeFutureOrNeverWrittenIsMalformed() {
        long now = TIME.getEpochSecond();
        for (Bytes bad : List.of(
                round(0, now),
                round(-1, now),
                round(1, now + 1),
                round(1, 0),
                Bytes.EMPTY,
                number(1),
                Encoding.of()
                        .word(1)
                        .word(BigInteger.ONE.shiftLeft(254))
                        .word(0)
                        .word(now)
                        .word(1)
                        .build())) {
            answers.set(0, bad);
            assertMalformed("AAA");
        }
    }

    @Test
    void aPriceTooSmallForItsScaleIsMalformed() {
        answers.set(1, round(1, TIME.getEpochSecond()));
        assertMalformed("rounds to zero");
    }

    @Test
    void aMissingBalanceOrAllowanceIsNeverZero() {
        for (int i = 3; i < answers.size(); i++) {
            Bytes good = answers.get(i);
            for (Bytes bad :
                    List.of(Bytes.EMPTY, Bytes.of(good.slice(0, 31)), Bytes.parse(good.hex() + "00".repeat(32)))) {
                answers.set(i, bad);
                assertMalformed("malformed");
            }
            answers.set(i, good);
        }
        reader.observe();
    }

    @Test
    void aCallThatRevertsInTheBatchIsNamed() {
        chain.answers = call -> new CallResult.Returned(call.codeOverrides().isEmpty() ? multicall(6) : lens);
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(reader::observe)
                .withMessageContaining("allowance of AAA")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.REVERTED));
    }

    @Test
    void missingAnswersAreMalformed() {
        answers.remove(9);
        assertMalformed("10 results, asked for 11");
    }

    @Test
    void anAnswerOfAnotherHeightIsMalformedThoughItsTimeIsRight() {
        answers.set(10, number(header.ref().number() + 1));
        assertMalformed("height of the block that answered");
    }

    @Test
    void aNodeThatRefusesEveryWayIsTold() {
        chain.answers = call -> {
            throw new ChainException(ChainException.Kind.REFUSED, "too many arguments");
        };
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(reader::observe)
                .withMessageContaining("refuses every way to read pools")
                .withMessageContaining("too many arguments");
    }

    @Test
    void aBlockThatWasReorganisedAwayIsUnknown() {
        chain.blocks.clear();
        chain.mine(TIME);
        chain.mine(TIME);
        chain.blocks.remove(0);
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> reader.observeAt(header))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.UNKNOWN_BLOCK));
    }

    @Test
    void everyTokenNeedsAFeed() {
        Universe without = new Universe(
                1, Markets.TOKENS, B, A, UNIVERSE.pools(), UNIVERSE.feeds().subList(0, 2), OWNER, OWNER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarketReader(chain, without, OWNER))
                .withMessageContaining("BBB");
    }

    private void assertMalformed(String message) {
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(reader::observe)
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.MALFORMED));
    }

    private Bytes multicall() {
        return multicall(-1);
    }

    private Bytes multicall(int failing) {
        Encoding out = Encoding.of().word(32).word(answers.size());
        int offset = 32 * answers.size();
        for (Bytes answer : answers) {
            out.word(offset);
            offset += 96 + (answer.size() + 31) / 32 * 32;
        }
        for (int i = 0; i < answers.size(); i++) {
            out.word(i == failing ? 0 : 1).word(64).bytes(answers.get(i));
        }
        return out.build();
    }

    private static Bytes round(long answer, long updatedAt) {
        return Encoding.of()
                .word(1)
                .word(answer)
                .word(updatedAt)
                .word(updatedAt)
                .word(1)
                .build();
    }

    private static Bytes number(long value) {
        return Encoding.of().word(value).build();
    }
}
