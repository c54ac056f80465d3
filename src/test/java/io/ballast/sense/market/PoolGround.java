package io.ballast.sense.market;

import static org.junit.jupiter.api.Assumptions.abort;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.contract.Artifacts;
import io.ballast.lab.devnet.contract.ContractAddress;
import io.ballast.lab.devnet.contract.ContractCache;
import io.ballast.lab.devnet.contract.ContractPins;
import io.ballast.lab.devnet.contract.ContractsUnavailableException;
import io.ballast.lab.devnet.contract.Npm;
import io.ballast.sense.chain.anvil.Anvil;
import io.ballast.sense.chain.anvil.AnvilAtHand;
import io.ballast.sense.chain.anvil.AnvilOptions;
import io.ballast.sense.chain.anvil.AnvilRpc;
import io.ballast.sense.chain.anvil.Mining;
import io.ballast.sense.chain.web3j.RpcCall;
import io.ballast.sense.chain.web3j.Web3jChain;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A local chain with the real factories, some tokens, and a contract that acts on pools directly. */
final class PoolGround implements AutoCloseable {
    static final Address MULTICALL = Address.parse("0xcA11bde05977b3631167028862bE2a173976CA11");
    private static final BigInteger PRICE_1 = BigInteger.ONE.shiftLeft(96);
    private static final BigInteger PLENTY = BigInteger.ONE.shiftLeft(160);

    private final Anvil anvil;
    private final AnvilRpc rpc;
    private final Artifacts artifacts;
    private final List<RpcCall> waiting = new ArrayList<>();
    private long nonce;

    final Address v2Factory;
    final Address v3Factory;
    final Address quoter;
    final Address tickLens;
    final Address actor;
    final List<Token> tokens = new ArrayList<>();

    PoolGround(int tokenCount) {
        artifacts = artifacts();
        anvil = AnvilAtHand.start(AnvilOptions.DEFAULT.withMining(new Mining.Manual()));
        rpc = anvil.rpc();
        Bytes multicall = artifacts.multicall3();
        rpc.setCode(MULTICALL, Bytes.of(multicall.slice(32, multicall.size() - 32)));
        v2Factory = create(AbiEncoder.creation(artifacts.creation("UniswapV2Factory"))
                .address(DevAccounts.DEPLOYER)
                .toBytes());
        v3Factory = create(artifacts.creation("UniswapV3Factory"));
        quoter = create(AbiEncoder.creation(artifacts.creation("QuoterV2"))
                .address(v3Factory)
                .address(MULTICALL)
                .toBytes());
        actor = create(actorCode());
        send(
                v3Factory,
                AbiEncoder.call("enableFeeAmount(uint24,int24)").integer(100).integer(1));
        for (int i = 0; i < tokenCount; i++) {
            Address token = create(AbiEncoder.creation(Artifacts.own("DevToken"))
                    .string("T" + i)
                    .string("T" + i)
                    .integer(18)
                    .toBytes());
            tokens.add(new Token(token, "T" + i, 18));
            send(token, AbiEncoder.call("mint(address,uint256)").address(actor).integer(PLENTY));
        }
        // Last, so that addresses, by which pools are sorted, stay what they were.
        tickLens = create(artifacts.creation("TickLens"));
        tokens.sort(java.util.Comparator.comparing(Token::address));
        mine();
    }

    private static Artifacts artifacts() {
        try {
            return new ContractCache(DevnetAtHand.home(), ContractPins.builtIn(), Npm.onPath()).load();
        } catch (ContractsUnavailableException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw e;
            }
            System.err.println("SKIPPED: no contracts: " + e.getMessage());
            return abort("no contracts: " + e.getMessage());
        }
    }

    static Bytes actorCode() {
        try (InputStream in = PoolGround.class.getResourceAsStream("PoolActor.hex")) {
            return Bytes.parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Web3jChain chain() {
        return new Web3jChain(List.of(anvil.rpcUrl().toString()), 31_337);
    }

    AnvilRpc rpc() {
        return rpc;
    }

    String url() {
        return anvil.rpcUrl().toString();
    }

    /** A V3 pool at price 1 with nested positions of {@code 1e18} around it, two ticks each. */
    PoolSpec pool(int a, int b, int fee, int spacing, int steps) {
        Token token0 = tokens.get(Math.min(a, b));
        Token token1 = tokens.get(Math.max(a, b));
        act(AbiEncoder.call("create(address,address,address,uint24,uint160,int24,int24)")
                .address(v3Factory)
                .address(token0.address())
                .address(token1.address())
                .integer(fee)
                .integer(PRICE_1)
                .integer(spacing)
                .integer(steps));
        Bytes salt = AbiEncoder.tuple()
                .address(token0.address())
                .address(token1.address())
                .integer(fee)
                .toBytes();
        Address at = ContractAddress.create2(
                v3Factory, Keccak256.digest(salt.toArray()), artifacts.creation("UniswapV3Pool"));
        return new PoolSpec(PoolId.of(at), Venue.UNISWAP_V3, token0, token1, fee, spacing);
    }

    /** A V2 pair with a million of each. */
    PoolSpec pair(int a, int b) {
        Token token0 = tokens.get(Math.min(a, b));
        Token token1 = tokens.get(Math.max(a, b));
        BigInteger million = BigInteger.TEN.pow(24);
        act(AbiEncoder.call("createPair(address,address,address,uint256,uint256)")
                .address(v2Factory)
                .address(token0.address())
                .address(token1.address())
                .integer(million)
                .integer(million));
        byte[] salt = new byte[40];
        System.arraycopy(token0.address().bytes(), 0, salt, 0, 20);
        System.arraycopy(token1.address().bytes(), 0, salt, 20, 20);
        Address at = ContractAddress.create2(v2Factory, Keccak256.digest(salt), artifacts.creation("UniswapV2Pair"));
        return new PoolSpec(PoolId.of(at), Venue.UNISWAP_V2, token0, token1, 3000, 0);
    }

    /** Lets the actor act in the next block. */
    void act(AbiEncoder call) {
        send(actor, call);
    }

    private void send(Address to, AbiEncoder call) {
        waiting.add(RpcCall.of("eth_sendTransaction", transaction(to, call)));
        nonce++;
    }

    /** A transaction as anvil takes it, of the deployer, without a nonce. */
    static Map<String, String> transaction(Address to, AbiEncoder call) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", DevAccounts.DEPLOYER.hex());
        fields.put("to", to.hex());
        fields.put("data", call.toBytes().hex());
        fields.put("gas", "0x8f0d180");
        return fields;
    }

    private Address create(Bytes creation) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", DevAccounts.DEPLOYER.hex());
        fields.put("data", creation.hex());
        fields.put("gas", "0x989680");
        waiting.add(RpcCall.of("eth_sendTransaction", fields));
        return ContractAddress.create(DevAccounts.DEPLOYER, nonce++);
    }

    /** Sends what waits and mines one block. */
    void mine() {
        for (RpcCall call : waiting) {
            rpc.call(call.method(), call.params().get(0));
        }
        waiting.clear();
        rpc.mine();
    }

    @Override
    public void close() {
        anvil.close();
    }
}
