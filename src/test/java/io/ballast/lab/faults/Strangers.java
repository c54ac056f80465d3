package io.ballast.lab.faults;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.price.DevAsset;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** What others do on the chain: gifts, swaps, price feeds. Each call puts a transaction into the pool; mining is the case's. */
final class Strangers {
    static final Address TRADER = DevAccounts.TRADERS.getFirst();
    static final Address ATTACKER = DevAccounts.TRADERS.get(1);
    private final FaultChain chain;

    Strangers(FaultChain chain) {
        this.chain = chain;
    }

    /** Mints, or moves WETH of a trader's. */
    String give(Address to, TokenAmount amount) {
        boolean wrapped = amount.token().equals(chain.token(DevAsset.WETH));
        return wrapped
                ? transfer(TRADER, to, amount)
                : chain.send(
                        DevAccounts.DEPLOYER,
                        amount.token().address(),
                        AbiEncoder.call("mint(address,uint256)")
                                .address(to)
                                .integer(amount.raw())
                                .toBytes());
    }

    String transfer(Address from, Address to, TokenAmount amount) {
        Bytes data = AbiEncoder.call("transfer(address,uint256)")
                .address(to)
                .integer(amount.raw())
                .toBytes();
        return chain.send(from, amount.token().address(), data);
    }

    /** A payment of coins. */
    String pay(Address from, Address to, Wei coins) {
        return chain.send(from, to, Bytes.EMPTY, coins, "0x174876e800");
    }

    /** Swaps through the V3 pool of a fee, whatever it costs. */
    String swap(Address from, TokenAmount in, Token out, int feePips) {
        Bytes data = swapData(from, in, out, feePips);
        return chain.send(from, chain.addresses().contracts().router(), data);
    }

    /** The same with a bid of its own. */
    String swap(Address from, TokenAmount in, Token out, int feePips, Wei maxFee) {
        Bytes data = swapData(from, in, out, feePips);
        String fee = "0x" + maxFee.value().toString(16);
        return chain.send(from, chain.addresses().contracts().router(), data, Wei.ZERO, fee);
    }

    private static Bytes swapData(Address from, TokenAmount in, Token out, int feePips) {
        return AbiEncoder.call("exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))")
                .address(in.token().address())
                .address(out.address())
                .integer(feePips)
                .address(from)
                .integer(in.raw())
                .integer(0)
                .integer(0)
                .toBytes();
    }

    /** Sells so much WETH into both V3 pools with USDC, in shares of their depth. */
    void dumpWeth(String whole) {
        BigDecimal half = new BigDecimal(whole).divide(BigDecimal.TWO);
        for (int fee : List.of(500, 3_000)) {
            swap(TRADER, TokenAmount.of(chain.token(DevAsset.WETH), half), chain.token(DevAsset.USDC), fee);
        }
    }

    /** Writes one feed; dollars per whole token. */
    String feed(DevAsset asset, BigDecimal dollars) {
        BigInteger answer = dollars.movePointRight(8).toBigInteger();
        AbiEncoder update =
                AbiEncoder.tuple().address(chain.addresses().feed(asset)).integer(answer);
        Bytes data = AbiEncoder.call("update((address,int256)[])")
                .tuples(List.of(update))
                .toBytes();
        return chain.send(DevAccounts.ORACLE, chain.addresses().contracts().oracle(), data);
    }

    /** Dollars per whole token, by its feed. */
    BigDecimal price(DevAsset asset) {
        Bytes data = AbiEncoder.call("latestRoundData()").toBytes();
        return new BigDecimal(chain.word(chain.addresses().feed(asset), data, 1), 8);
    }
}
