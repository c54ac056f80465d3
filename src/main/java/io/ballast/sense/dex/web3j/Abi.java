package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Bool;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Uint256;

/** Our units as types of web3j's ABI encoder. */
final class Abi {
    private Abi() {}

    @SuppressWarnings("rawtypes") // web3j's Function takes raw types
    static Bytes call(String function, Type<?>... arguments) {
        List<Type> inputs = Arrays.asList(arguments);
        return Bytes.parse(FunctionEncoder.encode(new Function(function, inputs, List.of())));
    }

    /** Arguments alone, as {@code abi.encode} does. */
    @SuppressWarnings("rawtypes") // web3j's encoder takes raw types
    static Bytes encode(Type<?>... arguments) {
        List<Type> parameters = Arrays.asList(arguments);
        return Bytes.parse("0x" + FunctionEncoder.encodeConstructor(parameters));
    }

    static Uint256 uint(BigInteger value) {
        return new Uint256(value);
    }

    static Bool bool(boolean value) {
        return new Bool(value);
    }

    static org.web3j.abi.datatypes.Address address(Address address) {
        return new org.web3j.abi.datatypes.Address(address.hex());
    }

    static DynamicBytes bytes(Bytes bytes) {
        return new DynamicBytes(bytes.toArray());
    }

    static DynamicArray<org.web3j.abi.datatypes.Address> addresses(List<Address> addresses) {
        return new DynamicArray<>(
                org.web3j.abi.datatypes.Address.class,
                addresses.stream().map(Abi::address).toList());
    }
}
