package io.ballast.lab.jury;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.anvil.DevAccounts;
import io.ballast.lab.devnet.anvil.DevChain;
import io.ballast.lab.devnet.anvil.DevTransaction;
import io.ballast.lab.devnet.anvil.FeeLadder;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.contract.ContractAddress;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.anvil.Anvil;
import io.ballast.sense.chain.anvil.AnvilAtHand;
import io.ballast.sense.chain.anvil.AnvilOptions;
import io.ballast.sense.chain.anvil.AnvilRpc;
import io.ballast.sense.chain.anvil.Mining;
import io.ballast.sense.chain.web3j.FailoverPolicy;
import io.ballast.sense.chain.web3j.JsonRpc;
import io.ballast.sense.chain.web3j.RpcAnswer;
import io.ballast.sense.chain.web3j.RpcCall;
import io.ballast.sense.chain.web3j.RpcLimits;
import io.ballast.sense.chain.web3j.Web3jChain;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An empty chain of its own for a test: transactions gather until a block is mined, and all of them must succeed. */
final class Ground implements AutoCloseable {
    private static final Instant GENESIS = Instant.parse("2026-01-01T00:00:00Z");
    private static final Wei BASE_FEE = Wei.ofGwei(BigDecimal.ONE);
    private static final Wei COINS = Wei.ofCoins(BigDecimal.valueOf(1_000_000_000_000L));
    private static final long CREATION_GAS = 8_000_000;
    /** A swap from one end of a fine pool's prices to the other takes 27 million. */
    private static final long CALL_GAS = 60_000_000;

    private static final int BATCH = 100;

    private final Anvil anvil;
    private final AnvilRpc rpc;
    private final DevChain chain;
    private final Web3jChain reader;
    private final JsonRpc json;
    private final List<DevTransaction> waiting = new ArrayList<>();
    private long deployerNonce;
    private Instant time = GENESIS;

    private Ground(Anvil anvil) {
        this.anvil = anvil;
        this.rpc = anvil.rpc();
        this.chain = new DevChain(rpc);
        RpcLimits limits = RpcLimits.DEFAULT.withWhole(Duration.ofMinutes(1)).withMaxBatch(BATCH);
        this.json = new JsonRpc(0, anvil.rpcUrl().toString(), limits);
        this.reader = new Web3jChain(List.of(anvil.rpcUrl().toString()), 31_337, limits, FailoverPolicy.DEFAULT);
        rpc.setBalance(DevAccounts.DEPLOYER, COINS);
    }

    static Ground start() {
        return new Ground(
                AnvilAtHand.start(AnvilOptions.DEFAULT.withGenesis(GENESIS).withMining(new Mining.Manual())));
    }

    AnvilRpc rpc() {
        return rpc;
    }

    Web3jChain reader() {
        return reader;
    }

    /** Creates a contract, whose address is known at once. */
    Address create(Bytes creation) {
        waiting.add(DevTransaction.creation(DevAccounts.DEPLOYER, creation, CREATION_GAS));
        return ContractAddress.create(DevAccounts.DEPLOYER, deployerNonce++);
    }

    Address create(AbiEncoder creation) {
        return create(creation.toBytes());
    }

    void call(Address to, AbiEncoder call) {
        waiting.add(DevTransaction.call(DevAccounts.DEPLOYER, to, call.toBytes(), CALL_GAS));
        deployerNonce++;
    }

    /** From an account that may be anyone's. */
    void callFrom(Address from, Address to, Bytes data) {
        rpc.impersonate(from);
        rpc.setBalance(from, COINS);
        waiting.add(DevTransaction.call(from, to, data, CALL_GAS));
    }

    /** Mines all that waits; throws if one transaction failed. */
    void mine() {
        mineWhatever();
        chain.requireSuccess(chain.head().ref());
    }

    /** Mines all that waits, whatever comes of it. */
    void mineWhatever() {
        chain.send(waiting, FeeLadder.ahead(BASE_FEE));
        waiting.clear();
        time = time.plusSeconds(12);
        chain.mine(time);
    }

    /** Puts empty blocks in place of the newest ones; their transactions are gone, and so are the nonces they used. */
    void reorg(int depth) {
        rpc.reorg(depth);
        chain.recount();
    }

    BlockHeader head() {
        return reader.head();
    }

    /** Calls at the newest block, in batches of 100, not pinned: pinned by hash anvil takes ten times as long. */
    List<CallResult> ask(List<EthCall> calls) {
        return json.ask(calls.stream().map(Ground::request).toList()).stream()
                .map(Ground::result)
                .toList();
    }

    private static RpcCall request(EthCall call) {
        Map<String, String> message =
                Map.of("to", call.to().hex(), "data", call.data().hex());
        Map<String, Map<String, String>> overrides = new HashMap<>();
        call.codeOverrides().forEach((at, code) -> overrides.put(at.hex(), Map.of("code", code.hex())));
        return RpcCall.of("eth_call", message, "latest", overrides);
    }

    private static CallResult result(RpcAnswer answer) {
        return switch (answer) {
            case RpcAnswer.Result(JsonNode value) -> new CallResult.Returned(Bytes.parse(value.stringValue()));
            case RpcAnswer.Failure(int code, String message, JsonNode data) ->
                new CallResult.Reverted(Bytes.EMPTY, code + " " + message + " " + data);
        };
    }

    @Override
    public void close() {
        anvil.close();
    }
}
