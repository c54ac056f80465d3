package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.CallResult;
import java.util.Optional;
import org.web3j.abi.datatypes.generated.Uint24;

/** Calldata and answers of Uniswap's factories. */
public final class FactoryCalls {
    private FactoryCalls() {}

    /** V2: the pair of two tokens. */
    public static Multicall3.Call pair(Address factory, Token a, Token b) {
        return new Multicall3.Call(factory, Abi.call("getPair", Abi.address(a.address()), Abi.address(b.address())));
    }

    /** V3: the pool of two tokens and a fee in millionths. */
    public static Multicall3.Call pool(Address factory, Token a, Token b, int fee) {
        return new Multicall3.Call(
                factory, Abi.call("getPool", Abi.address(a.address()), Abi.address(b.address()), new Uint24(fee)));
    }

    /** V3: the tick spacing of a fee. */
    public static Multicall3.Call tickSpacing(Address factory, int fee) {
        return new Multicall3.Call(factory, Abi.call("feeAmountTickSpacing", new Uint24(fee)));
    }

    /** Empty if the factory made none. */
    public static Optional<Address> address(CallResult answer) {
        Address found = new Words("answer of a factory", answer.orThrow("a factory"))
                .exactly(1)
                .address(0);
        return found.equals(Address.ZERO) ? Optional.empty() : Optional.of(found);
    }

    /** 0 if the fee is not enabled. */
    public static int spacing(CallResult answer) {
        return new Words("answer of a factory", answer.orThrow("a factory"))
                .exactly(1)
                .sint(0, 24)
                .intValueExact();
    }
}
