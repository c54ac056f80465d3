package io.ballast.lab.devnet;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.deploy.DevnetAddresses;
import io.ballast.lab.devnet.price.MarketPrices;
import io.ballast.sense.chain.anvil.AnvilRpc;
import io.ballast.sense.dex.FairPrice;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Looks at a devnet from outside, by RPC alone. */
final class Probe {
    private final AnvilRpc rpc;

    Probe(URI url) {
        this.rpc = new AnvilRpc(url);
    }

    AnvilRpc rpc() {
        return rpc;
    }

    /** Words of the answer of a call. */
    List<BigInteger> call(Address to, AbiEncoder call) {
        String answer = rpc.call(
                        "eth_call",
                        Map.of("to", to.hex(), "data", call.toBytes().hex()),
                        "latest")
                .stringValue();
        List<BigInteger> words = new ArrayList<>();
        for (int at = 2; at + 64 <= answer.length(); at += 64) {
            words.add(new BigInteger(answer.substring(at, at + 64), 16));
        }
        return words;
    }

    BigInteger balance(Token token, Address owner) {
        return call(token.address(), AbiEncoder.call("balanceOf(address)").address(owner))
                .getFirst();
    }

    boolean hasCode(Address address) {
        return rpc.call("eth_getCode", address.hex(), "latest").stringValue().length() > 2;
    }

    /** Sends from any account, without its key. */
    String send(Address from, Address to, Bytes data, BigInteger maxFee) {
        rpc.impersonate(from);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", from.hex());
        fields.put("to", to.hex());
        fields.put("data", data.hex());
        fields.put("gas", "0x7a120");
        fields.put("maxFeePerGas", "0x" + maxFee.toString(16));
        fields.put("maxPriorityFeePerGas", "0x1");
        return rpc.call("eth_sendTransaction", fields).stringValue();
    }

    List<JsonNode> receipts(BlockRef block) {
        List<JsonNode> receipts = new ArrayList<>();
        rpc.call("eth_getBlockReceipts", block.hash().hex()).forEach(receipts::add);
        return receipts;
    }

    /** Pool price over fair price. */
    double distance(PoolSpec pool, DevnetAddresses addresses, MarketPrices prices) {
        FairPrice fair = FairPrice.of(
                pool.token0(),
                prices.of(addresses.asset(pool.token0())),
                pool.token1(),
                prices.of(addresses.asset(pool.token1())));
        BigDecimal wanted =
                new BigDecimal(fair.numerator()).divide(new BigDecimal(fair.denominator()), MathContext.DECIMAL64);
        return price(pool).divide(wanted, MathContext.DECIMAL64).doubleValue();
    }

    private BigDecimal price(PoolSpec pool) {
        if (pool.venue() == Venue.UNISWAP_V2) {
            List<BigInteger> reserves = call(pool.id().address(), AbiEncoder.call("getReserves()"));
            return new BigDecimal(reserves.get(1)).divide(new BigDecimal(reserves.get(0)), MathContext.DECIMAL64);
        }
        BigInteger root = call(pool.id().address(), AbiEncoder.call("slot0()")).getFirst();
        return new BigDecimal(root.pow(2)).divide(new BigDecimal(BigInteger.TWO.pow(192)), MathContext.DECIMAL64);
    }
}
