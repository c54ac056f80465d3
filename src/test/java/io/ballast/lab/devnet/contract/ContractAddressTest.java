package io.ballast.lab.devnet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.ContractUtils;

class ContractAddressTest {
    private static final Address SENDER = Address.parse("0x6ac7ea33f8831ea9dcc53393aaa88b25a785dbf0");

    @Test
    void agreesWithAddressesOfTheMainNetwork() {
        assertThat(ContractAddress.create(SENDER, 0).hex()).isEqualTo("0xcd234a471b72ba2f1ccf0a70fcaba648a5eecd8d");
        assertThat(ContractAddress.create(SENDER, 1).hex()).isEqualTo("0x343c43a37d37dff08ae8c4a11544c718abb4fcf8");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 255, 256, 65_535, 65_536, 1L << 40})
    void agreesWithWeb3jForEveryLengthOfNonce(long nonce) {
        assertThat(ContractAddress.create(SENDER, nonce).hex())
                .isEqualTo(ContractUtils.generateContractAddress(SENDER.hex(), java.math.BigInteger.valueOf(nonce)));
    }

    @Test
    void agreesWithTheExamplesOfEip1014() {
        assertThat(ContractAddress.create2(Address.ZERO, new byte[32], Bytes.parse("0x00"))
                        .hex())
                .isEqualTo("0x4d1a2e2bb4f88f0250f26ffff098b0b30b26bf38");
        byte[] salt = Hex.decode("0x00000000000000000000000000000000000000000000000000000000cafebabe");
        Address factory = Address.parse("0x00000000000000000000000000000000deadbeef");
        assertThat(ContractAddress.create2(factory, salt, Bytes.parse("0xdeadbeef"))
                        .hex())
                .isEqualTo("0x60f3f640a8508fc6a86d45df051962668e1e8ac7");
    }
}
