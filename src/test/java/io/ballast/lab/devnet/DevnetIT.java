package io.ballast.lab.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.deploy.Contracts;
import io.ballast.lab.devnet.deploy.DevnetAddresses;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.Universe;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands on a devnet, seen from outside. */
class DevnetIT {
    private static final Address ALICE = Address.parse("0x00000000000000000000000000000000000000a1");
    private static final Duration BLOCK = Duration.ofSeconds(12);
    private static Devnet devnet;
    private static DevnetAddresses addresses;
    private static Contracts contracts;
    private static Probe probe;

    @BeforeAll
    static void start() {
        devnet = DevnetAtHand.lockStep(7);
        addresses = devnet.addresses();
        contracts = addresses.contracts();
        probe = new Probe(devnet.rpcUrl());
    }

    @AfterAll
    static void stop() {
        if (devnet != null) {
            devnet.close();
        }
    }

    @Test
    void hasCodeAtEveryAddress() {
        List<Address> all = Stream.of(
                        Stream.of(contracts.v2Factory(), contracts.v2Router(), contracts.v3Factory()),
                        Stream.of(contracts.positionManager(), contracts.router(), contracts.quoter()),
                        Stream.of(contracts.tickLens(), contracts.multicall(), contracts.arbitrageur()),
                        addresses.tokens().values().stream().map(Token::address),
                        addresses.feeds().values().stream(),
                        addresses.pools().stream().map(p -> p.id().address()))
                .flatMap(s -> s)
                .toList();
        assertThat(all).hasSizeGreaterThan(25).doesNotHaveDuplicates().allMatch(probe::hasCode);
    }

    @Test
    void hasTokensOfSixEightAndEighteenDecimals() {
        for (Token token : addresses.tokens().values()) {
            assertThat(probe.call(token.address(), AbiEncoder.call("decimals()")))
                    .containsExactly(BigInteger.valueOf(token.decimals()));
        }
        assertThat(addresses.tokens().values()).extracting(Token::decimals).containsExactlyInAnyOrder(6, 8, 18, 18, 18);
    }

    @Test
    void hasPoolsThatTheFactoriesKnow() {
        for (PoolSpec pool : addresses.pools()) {
            boolean v2 = pool.venue() == Venue.UNISWAP_V2;
            AbiEncoder question = AbiEncoder.call(v2 ? "getPair(address,address)" : "getPool(address,address,uint24)")
                    .address(pool.token0().address())
                    .address(pool.token1().address());
            BigInteger answer = probe.call(
                            v2 ? contracts.v2Factory() : contracts.v3Factory(),
                            v2 ? question : question.integer(pool.feePips()))
                    .getFirst();
            assertThat(answer)
                    .as(pool.toString())
                    .isEqualTo(new BigInteger(pool.id().hex().substring(2), 16));
        }
    }

    @Test
    void describesItselfAsAUniverse() {
        Universe universe = addresses.universe();
        assertThat(universe.chainId()).isEqualTo(31_337);
        assertThat(universe.tokens())
                .isSortedAccordingTo((a, b) -> a.address().compareTo(b.address()))
                .hasSize(5);
        assertThat(universe.pools()).hasSize(9);
        assertThat(universe.feeds()).hasSize(5);
        assertThat(universe.cash().symbol()).isEqualTo("USDC");
    }

    @Test
    void hasFiftyInitialisedTicksInOnePool() {
        assertThat(addresses.pools().stream()
                        .filter(p -> p.tickSpacing() == 60)
                        .mapToLong(DevnetIT::ticks)
                        .max()
                        .orElseThrow())
                .isGreaterThanOrEqualTo(50);
    }

    @Test
    void quotesWhatItSwaps() {
        Token weth = addresses.token(DevAsset.WETH);
        Token usdc = addresses.token(DevAsset.USDC);
        BigInteger amount = TokenAmount.of(weth, new BigDecimal("4")).raw();
        devnet.fund(ALICE, List.of(new TokenAmount(weth, amount)), Wei.ofCoins(BigDecimal.ONE));
        BigInteger quoted = probe.call(
                        contracts.quoter(),
                        AbiEncoder.call("quoteExactInputSingle((address,address,uint256,uint24,uint160))")
                                .address(weth.address())
                                .address(usdc.address())
                                .integer(amount)
                                .integer(500)
                                .integer(0))
                .getFirst();
        BigInteger before = probe.balance(usdc, ALICE);
        send(
                weth.address(),
                AbiEncoder.call("approve(address,uint256)")
                        .address(contracts.router())
                        .integer(amount));
        send(
                contracts.router(),
                AbiEncoder.call("exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))")
                        .address(weth.address())
                        .address(usdc.address())
                        .integer(500)
                        .address(ALICE)
                        .integer(amount)
                        .integer(quoted)
                        .integer(0));
        assertThat(probe.balance(usdc, ALICE).subtract(before)).isEqualTo(quoted);
        assertThat(new BigDecimal(quoted, 6).doubleValue()).isBetween(11_800.0, 12_200.0);
    }

    @Test
    void fundsAnAccountWithExactlyWhatItWasGiven() {
        Address bob = Address.parse("0x00000000000000000000000000000000000000b0");
        List<TokenAmount> gifts = addresses.tokens().values().stream()
                .map(t -> TokenAmount.of(t, new BigDecimal("12.345678")))
                .toList();
        devnet.fund(bob, gifts, Wei.ofCoins(BigDecimal.TWO));
        assertThat(gifts).allMatch(gift -> probe.balance(gift.token(), bob).equals(gift.raw()));
        assertThat(probe.rpc().call("eth_getBalance", bob.hex(), "latest").stringValue())
                .isEqualTo("0x1bc16d674ec80000");
    }

    @Test
    void refusesToRunByTheWallClockInLockStep() {
        assertThatThrownBy(devnet::realTime).isInstanceOf(IllegalStateException.class);
    }

    private static void send(Address to, AbiEncoder call) {
        Bytes data = call.toBytes();
        String hash = probe.send(ALICE, to, data, BigInteger.valueOf(10_000_000_000L));
        devnet.lockStep().mineQuiet(BLOCK);
        assertThat(probe.rpc()
                        .call("eth_getTransactionReceipt", hash)
                        .get("status")
                        .stringValue())
                .isEqualTo("0x1");
    }

    /** Words −10 to 10 of the bitmap around the price's word hold all but the two edges. */
    private static long ticks(PoolSpec pool) {
        int tick = probe.call(pool.id().address(), AbiEncoder.call("slot0()"))
                .get(1)
                .intValue();
        int word = Math.floorDiv(Math.floorDiv(tick, pool.tickSpacing()), 256);
        long count = 0;
        for (int w = word - 10; w <= word + 10; w++) {
            List<BigInteger> answer = probe.call(
                    contracts.tickLens(),
                    AbiEncoder.call("getPopulatedTicksInWord(address,int16)")
                            .address(pool.id().address())
                            .integer(w));
            count += answer.get(1).longValueExact();
        }
        return count;
    }
}
