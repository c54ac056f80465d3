package io.ballast.sense.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainException.Kind;
import io.ballast.sense.chain.ChainProfile;
import io.ballast.sense.chain.ChainProfile.BlockNumberSource;
import io.ballast.sense.chain.ChainProfile.Finality;
import io.ballast.sense.chain.ChainProfile.L1DataFee;
import io.ballast.sense.chain.ChainProfile.Ordering;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.chain.SendOutcome;
import io.ballast.sense.chain.anvil.AnvilRpc;
import io.ballast.sense.chain.proxy.Fault;
import io.ballast.sense.chain.proxy.FaultProxy;
import io.ballast.sense.chain.proxy.NitroMode;
import io.ballast.sense.chain.proxy.OpStackMode;
import io.ballast.sense.chain.proxy.StaleBackend;
import io.ballast.sense.chain.web3j.FailoverPolicy;
import io.ballast.sense.chain.web3j.RpcLimits;
import io.ballast.sense.chain.web3j.Web3jChain;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;

/** The market read through the fault proxy: rollups as they are, and backends that lag, flap and lie. */
class MarketUnderFaultsIT {
    private static final Credentials KEY = Credentials.create("0x" + "0".repeat(62) + "2b");
    private static final Address OWNER = Address.parse(KEY.getAddress());
    private static final FailoverPolicy ONCE =
            new FailoverPolicy(1, Duration.ofMillis(1), Duration.ofMillis(2), 1_000, Duration.ofMinutes(1));
    private static Devnet devnet;
    private static AnvilRpc anvil;
    private static FaultProxy proxy;
    private static Web3jChain chain;

    @BeforeAll
    static void start() {
        devnet = DevnetAtHand.lockStep(7);
        anvil = new AnvilRpc(devnet.rpcUrl());
        proxy = new FaultProxy(devnet.rpcUrl());
        chain = new Web3jChain(
                List.of(proxy.url()), devnet.addresses().universe().chainId(), RpcLimits.DEFAULT, ONCE);
        devnet.lockStep().warmUp(2, Duration.ofMinutes(15), 3);
        List<TokenAmount> none = List.of();
        devnet.fund(OWNER, none, Wei.ofCoins(java.math.BigDecimal.TEN));
    }

    @AfterAll
    static void stop() {
        if (devnet != null) {
            proxy.close();
            devnet.close();
        }
    }

    @AfterEach
    void heal() {
        proxy.with();
    }

    private static Universe on(BlockNumberSource numbers, L1DataFee fee) {
        Universe plain = devnet.addresses().universe();
        return new Universe(
                plain.chainId(),
                plain.tokens(),
                plain.cash(),
                plain.wrapped(),
                plain.pools(),
                plain.feeds(),
                plain.router(),
                plain.multicall(),
                new ChainProfile(numbers, fee, Finality.FINALIZED, false, Ordering.PRIORITY_FEE, Optional.empty()));
    }

    private static Observation observe(Universe universe) {
        return new MarketReader(chain, universe, OWNER).observe();
    }

    private static void assertFails(Kind kind, Universe universe) {
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> observe(universe))
                .satisfies(e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
    }

    @Test
    void theOpStacksDataFeeIsReadWithTheMarketAndPaidAsReceiptsSay() {
        OpStackMode op = new OpStackMode(anvil).dataFee(Wei.of(1_000_000_000));
        proxy.with(op);
        Universe universe = on(BlockNumberSource.OWN, L1DataFee.OUTSIDE_GAS_LIMIT);

        assertThat(observe(universe).market().conditions().l1())
                .isEqualTo(new L1Charge(Wei.of((ConditionsQuery.SWAP_BYTES + 68) * 1_000_000_000L), 0));
        op.fjord(false);
        assertThat(observe(universe).market().conditions().l1().fee())
                .as("by content, of bytes without a zero")
                .isEqualTo(Wei.of((ConditionsQuery.SWAP_BYTES + 68) * 1_000_000_000L));

        Wei before = observe(universe).account().coins();
        Receipt receipt = transfer();
        assertThat(receipt.l1Fee().compareTo(Wei.of(100_000_000_000L))).isPositive();
        assertThat(observe(universe).account().coins())
                .isEqualTo(before.minus(Wei.of(1)).minus(receipt.fee()));
    }

    @Test
    void anOracleThatIsNotThereIsNoFreeData() {
        anvil.setCode(OpStackMode.ORACLE, Bytes.EMPTY);
        assertFails(Kind.MALFORMED, on(BlockNumberSource.OWN, L1DataFee.OUTSIDE_GAS_LIMIT));
    }

    @Test
    void arbitrumsHeightIsItsOwnAndItsDataIsGas() {
        proxy.with(new NitroMode(anvil).dataGas(25));
        Observation seen = observe(on(BlockNumberSource.L1, L1DataFee.INSIDE_GAS_LIMIT));

        assertThat(seen.market().block()).isEqualTo(chain.head().ref());
        assertThat(seen.market().conditions().l1()).isEqualTo(new L1Charge(Wei.ZERO, 25L * ConditionsQuery.SWAP_BYTES));
        assertThat(seen.market().pools()).isEqualTo(plainPools());
    }

    @Test
    void aReaderThatTrustsBlockNumberOnArbitrumIsStopped() {
        proxy.with(new NitroMode(anvil).dataGas(25));
        assertFails(Kind.MALFORMED, on(BlockNumberSource.OWN, L1DataFee.NONE));
    }

    @Test
    void f18ABackendThatLagsKnowsNothingOfTheBlockDecidedOn() {
        Universe universe = devnet.addresses().universe();
        BlockHeader head = chain.head();
        proxy.with(StaleBackend.behindBy(3));
        assertThat(chain.head().ref().number()).isEqualTo(head.ref().number() - 3);
        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> new MarketReader(chain, universe, OWNER).observeAt(head))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNKNOWN_BLOCK));
    }

    @Test
    void f19AFlappingBackendGivesOneBlockOrNone() {
        Universe universe = devnet.addresses().universe();
        Observation truth = observe(universe);
        proxy.with(Fault.inTurn(Fault.none(), StaleBackend.behindBy(2)));
        int whole = 0;
        for (int i = 0; i < 6; i++) {
            try {
                Observation seen = new MarketReader(chain, universe, OWNER).observe();
                whole++;
                assertThat(seen.market().block().number())
                        .isLessThanOrEqualTo(truth.market().block().number());
                proxy.with();
                assertThat(new MarketReader(chain, universe, OWNER)
                                .observeAt(seen.market().header()))
                        .isEqualTo(seen);
                proxy.with(Fault.inTurn(Fault.none(), StaleBackend.behindBy(2)));
            } catch (ChainException e) {
                assertThat(e.kind()).isEqualTo(Kind.UNKNOWN_BLOCK);
                chain.chainId();
            }
        }
        assertThat(whole).isBetween(1, 5);
    }

    private static List<io.ballast.sense.dex.PoolState> plainPools() {
        proxy.with();
        return observe(devnet.addresses().universe()).market().pools();
    }

    private static Receipt transfer() {
        RawTransaction tx = RawTransaction.createTransaction(
                devnet.addresses().universe().chainId(),
                BigInteger.valueOf(chain.minedNonce(OWNER)),
                BigInteger.valueOf(21_000),
                "0x" + "0".repeat(38) + "ff",
                BigInteger.ONE,
                "0x",
                BigInteger.valueOf(1_000_000_000),
                BigInteger.valueOf(100_000_000_000L));
        SendOutcome sent = chain.send(Bytes.of(TransactionEncoder.signMessage(tx, KEY)));
        assertThat(sent).isInstanceOf(SendOutcome.Accepted.class);
        anvil.mine();
        return chain.receipt(((SendOutcome.Accepted) sent).hash()).orElseThrow();
    }
}
