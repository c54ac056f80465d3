package io.ballast.lab.jury;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.dex.web3j.Permit2;
import io.ballast.sense.dex.web3j.Words;
import java.math.BigInteger;
import java.util.List;

/** An account that sends transactions on a chain for tests. */
record Trader(Ground ground, Address account) {
    /** Whether it succeeded. */
    boolean sends(Address to, Bytes data) {
        ground.callFrom(account, to, data);
        ground.mineWhatever();
        String status = ground.rpc()
                .call("eth_getBlockReceipts", ground.head().ref().hash().hex())
                .get(0)
                .get("status")
                .stringValue();
        return status.equals("0x1");
    }

    BigInteger balance(Token token) {
        return new Words("balance", ask(token.address(), Erc20.balanceOf(account))).uint(0, 256);
    }

    BigInteger allowance(Token token, Address spender) {
        return new Words("allowance", ask(token.address(), Erc20.allowance(account, spender))).uint(0, 256);
    }

    /** What Permit2 lets a spender take. */
    Permit2.Allowance permitted(Address permit2, Token token, Address spender) {
        return Permit2.allowance(ask(permit2, Permit2.allowance(account, token.address(), spender)));
    }

    private Bytes ask(Address to, Bytes data) {
        CallResult answer = ground.ask(List.of(EthCall.to(to, data))).getFirst();
        return answer.orThrow("a view");
    }
}
