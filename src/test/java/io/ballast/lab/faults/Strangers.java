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
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What others do on the chain: gifts, swaps, price feeds. Each call puts a transaction into the pool; mining is the case's. */
final class Strangers {
    static final Address TRADER = DevAccounts.TRADERS.getFirst();
    static final Address ATTACKER = DevAccounts.TRADERS.get(1);
    private final FaultChain chain;
    private final List<Move> moves = new ArrayList<>();

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

    /** A payment of one wei at a nonce that is not the next. */
    String later(Address from, long nonce) {
        return chain.send(from, TRADER, Bytes.EMPTY, Wei.of(1), "0x174876e800", nonce);
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

    /** Buys WETH in all pools against USDC, for so many dollars in each of the larger two. */
    void raiseWeth(String dollars) {
        moveWeth(TokenAmount.of(chain.token(DevAsset.USDC), new BigDecimal(dollars)), chain.token(DevAsset.WETH));
    }

    /** Sells WETH in all pools against USDC: so much in each of the larger two. */
    void dumpWeth(String whole) {
        moveWeth(TokenAmount.of(chain.token(DevAsset.WETH), new BigDecimal(whole)), chain.token(DevAsset.USDC));
    }

    private void moveWeth(TokenAmount amount, Token out) {
        for (int fee : List.of(500, 3_000)) {
            moves.add(new Move(swap(TRADER, amount, out, fee), fee, amount.token(), out));
        }
        TokenAmount third = new TokenAmount(amount.token(), amount.raw().divide(BigInteger.valueOf(4)));
        moves.add(new Move(swapPair(third, out), 0, amount.token(), out));
    }

    /** Sells what the last moves brought back into the same pools: prices are what they were, but for the fees. */
    void moveBack() {
        List<Move> all = List.copyOf(moves);
        moves.clear();
        for (Move move : all.reversed()) {
            TokenAmount got = new TokenAmount(move.out(), received(move));
            if (move.fee() == 0) {
                swapPair(got, move.in());
            } else {
                swap(TRADER, got, move.in(), move.fee());
            }
        }
    }

    private record Move(String tx, int fee, Token in, Token out) {}

    private BigInteger received(Move move) {
        BigInteger sum = BigInteger.ZERO;
        for (JsonNode log :
                chain.rpc().call("eth_getTransactionReceipt", move.tx()).get("logs")) {
            JsonNode topics = log.get("topics");
            boolean ours = topics.size() == 3
                    && log.get("address")
                            .stringValue()
                            .equals(move.out().address().hex())
                    && topics.get(2).stringValue().endsWith(TRADER.hex().substring(2));
            sum = ours ? sum.add(new BigInteger(log.get("data").stringValue().substring(2), 16)) : sum;
        }
        return sum;
    }

    private String swapPair(TokenAmount in, Token out) {
        Bytes data = AbiEncoder.call("swapExactTokensForTokens(uint256,uint256,address[],address)")
                .integer(in.raw())
                .integer(0)
                .addresses(in.token().address(), out.address())
                .address(TRADER)
                .toBytes();
        return chain.send(TRADER, chain.addresses().contracts().router(), data);
    }

    /** Takes so many hundredths of every concentrated position away. */
    void drainConcentrated(int hundredths) {
        Address manager = chain.addresses().contracts().positionManager();
        BigInteger count = chain.word(
                manager,
                AbiEncoder.call("balanceOf(address)")
                        .address(DevAccounts.DEPLOYER)
                        .toBytes());
        for (long id = 1; id <= count.longValueExact(); id++) {
            BigInteger liquidity = chain.word(
                    manager, AbiEncoder.call("positions(uint256)").integer(id).toBytes(), 7);
            Bytes data = AbiEncoder.call("decreaseLiquidity((uint256,uint128,uint256,uint256,uint256))")
                    .integer(id)
                    .integer(liquidity.multiply(BigInteger.valueOf(hundredths)).divide(BigInteger.valueOf(100)))
                    .integer(0)
                    .integer(0)
                    .integer(BigInteger.ONE.shiftLeft(60))
                    .toBytes();
            chain.send(DevAccounts.DEPLOYER, manager, data);
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
