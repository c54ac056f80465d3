package io.ballast.lab.devnet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Bool;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Int256;
import org.web3j.abi.datatypes.generated.Uint256;

/** Against web3j's encoder. */
class AbiEncoderTest {
    private static final Address A = new Address("0x" + "0a".repeat(20));
    private static final Address B = new Address("0x" + "b0".repeat(20));
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    @Test
    void writesStaticArgumentsInTheirOrder() {
        String expected = FunctionEncoder.encode(
                new Function("f", List.of(web3j(A), new Uint256(LARGEST), new Int256(-5), new Bool(true)), List.of()));
        Bytes actual = AbiEncoder.call("f(address,uint256,int256,bool)")
                .address(A)
                .integer(LARGEST)
                .integer(-5)
                .bool(true)
                .toBytes();
        assertThat(actual.hex()).isEqualTo(expected);
    }

    @Test
    void writesDynamicArgumentsBehindTheHeads() {
        String text = "longer than thirty-two bytes, so that it takes two words";
        DynamicArray<org.web3j.abi.datatypes.Address> path =
                new DynamicArray<>(org.web3j.abi.datatypes.Address.class, web3j(A), web3j(B));
        String expected = FunctionEncoder.encode(new Function(
                "f",
                List.of(new Uint256(1), path, new Utf8String(text), new Utf8String(""), new Uint256(2)),
                List.of()));
        Bytes actual = AbiEncoder.call("f(uint256,address[],string,string,uint256)")
                .integer(1)
                .addresses(A, B)
                .string(text)
                .string("")
                .integer(2)
                .toBytes();
        assertThat(actual.hex()).isEqualTo(expected);
    }

    @Test
    void writesAnArrayOfTuplesWithoutOffsets() {
        List<AbiEncoder> tuples = List.of(
                AbiEncoder.tuple().address(A).integer(7),
                AbiEncoder.tuple().address(B).integer(8));
        String words = AbiEncoder.call("f((address,uint256)[])")
                .tuples(tuples)
                .toBytes()
                .hex()
                .substring(10);
        assertThat(words.split("(?<=\\G.{64})"))
                .extracting(w -> new BigInteger(w, 16))
                .containsExactly(
                        BigInteger.valueOf(32),
                        BigInteger.TWO,
                        new BigInteger(A.hex().substring(2), 16),
                        BigInteger.valueOf(7),
                        new BigInteger(B.hex().substring(2), 16),
                        BigInteger.valueOf(8));
    }

    @Test
    void putsConstructorArgumentsBehindTheCode() {
        assertThat(AbiEncoder.creation(Bytes.parse("0x6001"))
                        .integer(3)
                        .toBytes()
                        .hex())
                .isEqualTo("0x6001" + "0".repeat(63) + "3");
    }

    @Test
    void refusesMoreThan256Bits() {
        assertThatThrownBy(() -> AbiEncoder.tuple().integer(LARGEST.add(BigInteger.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static org.web3j.abi.datatypes.Address web3j(Address address) {
        return new org.web3j.abi.datatypes.Address(address.hex());
    }
}
