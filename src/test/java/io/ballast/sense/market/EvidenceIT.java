package io.ballast.sense.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Token;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.anvil.AnvilRpc;
import io.ballast.sense.chain.web3j.Web3jChain;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Protocol;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** F55: replaced code is noticed, straight or behind any kind of proxy; and mean prices are the oracles' own. */
class EvidenceIT {
    private static final BigInteger IMPLEMENTATION = slot("eip1967.proxy.implementation", 1);
    private static final BigInteger BEACON = slot("eip1967.proxy.beacon", 1);
    private static final BigInteger ZEPPELIN = slot("org.zeppelinos.proxy.implementation", 0);
    private static final Bytes PROXY = Bytes.parse("0x600160005500");
    private static final Bytes FIRST = Bytes.parse("0x600160015500");
    private static final Bytes SECOND = Bytes.parse("0x600160025500");
    private static Devnet devnet;
    private static Web3jChain chain;
    private static AnvilRpc rpc;
    private static Universe universe;
    private static int next = 0x7000;

    @BeforeAll
    static void market() {
        devnet = DevnetAtHand.lockStep(7);
        universe = devnet.addresses().universe();
        chain = new Web3jChain(List.of(devnet.rpcUrl().toString()), universe.chainId());
        rpc = new AnvilRpc(devnet.rpcUrl());
    }

    @AfterAll
    static void end() {
        if (devnet != null) {
            devnet.close();
        }
    }

    @Test
    void theFingerprintOfAPlainContractIsTheHashOfItsCode() {
        Map<Address, Hash32> codes = reader(false, true).observe().evidence().codes();

        assertThat(codes.keySet()).isEqualTo(EvidenceReader.contracts(universe)).hasSizeGreaterThan(8);
        Hash32 head = chain.head().ref().hash();
        codes.forEach((address, code) -> {
            assertThat(chain.code(head, address).size())
                    .as("code of %s", address)
                    .isPositive();
            assertThat(code)
                    .as("code of %s", address)
                    .isEqualTo(
                            Hash32.of(Keccak256.digest(chain.code(head, address).toArray())));
        });
    }

    @Test
    void replacedCodeOfATokenIsAnotherFingerprintAndNothingElseChanges() {
        EvidenceReader reader = reader(false, true);
        Map<Address, Hash32> before = reader.observe().evidence().codes();
        Address token = universe.cash().address();
        Bytes own = chain.code(chain.head().ref().hash(), token);

        // The same behaviour, one byte more: only the hash tells.
        rpc.setCode(token, Bytes.parse(own.hex() + "00"));
        mine();
        Map<Address, Hash32> after = reader.observe().evidence().codes();
        rpc.setCode(token, own);
        mine();

        assertThat(after.get(token)).isNotEqualTo(before.get(token));
        assertThat(reader.observe().evidence().codes()).isEqualTo(before);
    }

    @Test
    void followsAnImplementationOfEip1967() {
        followsASlot(IMPLEMENTATION);
    }

    @Test
    void followsAnImplementationOfZeppelinOs() {
        followsASlot(ZEPPELIN);
    }

    private static void followsASlot(BigInteger slot) {
        Address proxy = contract(PROXY);
        Address first = contract(FIRST);
        Address second = contract(FIRST);
        CodeSurvey survey = survey(proxy);
        Hash32 empty = look(survey, proxy);
        store(proxy, slot, first);
        Hash32 toFirst = look(survey, proxy);
        store(proxy, slot, second);
        Hash32 toSecond = look(survey, proxy);
        rpc.setCode(second, SECOND);
        mine();
        Hash32 replaced = look(survey, proxy);

        assertThat(new TreeSet<>(Set.of(empty.hex(), toFirst.hex(), toSecond.hex(), replaced.hex())))
                .hasSize(4);
        assertThat(look(survey, proxy)).isEqualTo(replaced).isEqualTo(look(survey(proxy), proxy));
    }

    @Test
    void followsABeaconToItsImplementation() {
        Address first = contract(FIRST);
        Address second = contract(SECOND);
        Address beacon = contract(returning(first));
        Address proxy = contract(PROXY);
        store(proxy, BEACON, beacon);
        CodeSurvey survey = survey(proxy);
        Hash32 toFirst = look(survey, proxy);

        assertThat(look(survey, proxy)).isEqualTo(toFirst).isEqualTo(look(survey(proxy), proxy));
        rpc.setCode(first, SECOND);
        mine();
        Hash32 replaced = look(survey, proxy);
        assertThat(replaced).isNotEqualTo(toFirst);
        rpc.setCode(beacon, returning(second));
        mine();
        assertThat(look(survey, proxy)).isNotEqualTo(replaced).isNotEqualTo(toFirst);
    }

    @Test
    void aBeaconThatIsARootItselfIsFollowedFromTheFirstLook() {
        Address first = contract(FIRST);
        Address beacon = contract(returning(first));
        Address proxy = contract(PROXY);
        store(proxy, BEACON, beacon);
        CodeSurvey survey = survey(proxy, beacon);
        Map<Address, Hash32> once = read(survey);

        assertThat(read(survey)).isEqualTo(once);
        rpc.setCode(first, SECOND);
        mine();
        Map<Address, Hash32> twice = read(survey);
        assertThat(twice.get(beacon)).isNotEqualTo(once.get(beacon));
        assertThat(twice.get(proxy)).isNotEqualTo(once.get(proxy));
    }

    @Test
    void followsAMinimalProxy() {
        Address target = contract(FIRST);
        Address proxy = contract(
                Bytes.parse("0x363d3d373d3d3d363d73" + target.hex().substring(2) + "5af43d82803e903d91602b57fd5bf3"));
        CodeSurvey survey = survey(proxy);
        Hash32 before = look(survey, proxy);
        rpc.setCode(target, SECOND);
        mine();

        assertThat(look(survey, proxy)).isNotEqualTo(before);
    }

    @Test
    void aProxyOfAProxyIsFollowedThroughAndACircleEnds() {
        Address last = contract(FIRST);
        Address middle = contract(PROXY);
        Address proxy = contract(PROXY);
        store(middle, ZEPPELIN, last);
        store(proxy, IMPLEMENTATION, middle);
        CodeSurvey survey = survey(proxy);
        Hash32 before = look(survey, proxy);
        rpc.setCode(last, SECOND);
        mine();
        assertThat(look(survey, proxy)).isNotEqualTo(before);

        store(middle, ZEPPELIN, proxy);
        assertThat(look(survey, proxy)).isEqualTo(look(survey(proxy), proxy));
    }

    @Test
    void aChainOfProxiesWithoutEndIsAnError() {
        Address proxy = contract(PROXY);
        Address from = proxy;
        for (int i = 0; i < 8; i++) {
            Address to = contract(PROXY);
            store(from, IMPLEMENTATION, to);
            from = to;
        }
        CodeSurvey survey = survey(proxy);

        assertThatExceptionOfType(ChainException.class)
                .isThrownBy(() -> look(survey, proxy))
                .withMessageContaining("proxies lead on after 5 steps");
    }

    @Test
    void meanPricesAreThoseOfTheOraclesOrUnknown() {
        assertThat(reader(true, false).observe().evidence().means())
                .as("an oracle that remembers one price knows no mean")
                .extracting(MeanPrice::token)
                .containsExactly(universe.cash());
        List<PoolSpec> pools = universe.pools().stream()
                .filter(pool -> pool.protocol() == Protocol.CONCENTRATED)
                .toList();
        pools.forEach(pool -> remember(pool.id().address(), 200));
        devnet.lockStep().advance(Duration.ofHours(2), 60);

        Observation seen = reader(true, false).observe();

        assertThat(seen.evidence().means()).extracting(MeanPrice::token).containsExactlyElementsOf(universe.tokens());
        for (Token token : universe.tokens()) {
            MeanPrice mean = seen.evidence().mean(token).orElseThrow();
            assertThat(mean.quote()).isEqualTo(universe.cash());
            double feed = seen.market()
                    .price(token)
                    .over(seen.market().price(universe.cash()))
                    .doubleValue();
            assertThat(mean.price().doubleValue() / feed).as("%s", token).isCloseTo(1, within(0.05));
        }
        assertThat(seen.evidence().codes()).isEmpty();
    }

    private static EvidenceReader reader(boolean means, boolean codes) {
        MarketReader market = new MarketReader(chain, universe, new Address("0x" + "0b".repeat(20)));
        return new EvidenceReader(market, chain, universe, means, codes);
    }

    private static CodeSurvey survey(Address... roots) {
        return new CodeSurvey(chain, universe.multicall(), List.of(roots));
    }

    private static Hash32 look(CodeSurvey survey, Address of) {
        return Optional.ofNullable(read(survey).get(of)).orElseThrow();
    }

    private static Map<Address, Hash32> read(CodeSurvey survey) {
        Hash32 at = chain.head().ref().hash();
        List<Address> first = survey.first();
        return survey.read(at, first, chain.call(at, survey.calls(first)));
    }

    private static Address contract(Bytes code) {
        Address address = new Address(String.format("0x%040x", next++));
        rpc.setCode(address, code);
        mine();
        return address;
    }

    /** {@code mstore(0, address) return(0, 32)}, whatever is asked. */
    private static Bytes returning(Address address) {
        return Bytes.parse("0x73" + address.hex().substring(2) + "60005260206000f3");
    }

    private static void store(Address at, BigInteger slot, Address value) {
        String word = "0x" + "0".repeat(24) + value.hex().substring(2);
        rpc.call("anvil_setStorageAt", at.hex(), String.format("0x%064x", slot), word);
        mine();
    }

    private static void remember(Address pool, int prices) {
        Address anyone = new Address("0x" + "0c".repeat(20));
        rpc.setBalance(anyone, io.ballast.base.units.Wei.ofCoins(java.math.BigDecimal.TEN));
        rpc.impersonate(anyone);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", anyone.hex());
        fields.put("to", pool.hex());
        fields.put("data", String.format("0x32148f67%064x", prices));
        fields.put("gas", "0x989680");
        rpc.call("eth_sendTransaction", fields);
        mine();
    }

    private static void mine() {
        devnet.lockStep().mineQuiet(Duration.ofSeconds(12));
    }

    private static BigInteger slot(String name, int less) {
        return new BigInteger(1, Keccak256.digest(name.getBytes(StandardCharsets.US_ASCII)))
                .subtract(BigInteger.valueOf(less));
    }
}
