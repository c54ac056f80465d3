package io.ballast.lab.devnet.deploy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.anvil.DevTransaction;
import io.ballast.lab.devnet.contract.AbiEncoder;
import java.util.List;

/** Makes tokens out of nothing for an account: by minting, or by wrapping the giver's coins. */
public final class TokenGift {
    private static final long GAS = 120_000;

    private TokenGift() {}

    /** @param wrapped the token is WETH */
    public static List<DevTransaction> of(Address giver, Address to, TokenAmount amount, boolean wrapped) {
        Address token = amount.token().address();
        if (!wrapped) {
            return List.of(DevTransaction.call(giver, token, toAndValue("mint(address,uint256)", to, amount), GAS));
        }
        Bytes deposit = AbiEncoder.call("deposit()").toBytes();
        return List.of(
                DevTransaction.payment(giver, token, deposit, new Wei(amount.raw()), GAS),
                DevTransaction.call(giver, token, toAndValue("transfer(address,uint256)", to, amount), GAS));
    }

    private static Bytes toAndValue(String signature, Address to, TokenAmount amount) {
        return AbiEncoder.call(signature).address(to).integer(amount.raw()).toBytes();
    }
}
