package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Keccak256;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.anvil.Anvil;
import io.ballast.sense.chain.anvil.AnvilAtHand;
import io.ballast.sense.chain.anvil.AnvilOptions;
import io.ballast.sense.chain.anvil.AnvilRpc;
import io.ballast.sense.chain.web3j.Web3jChain;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** An anvil with contracts of our own on it. */
final class OwnChain implements AutoCloseable {
    /** anvil's first account. */
    static final Address SENDER = Address.parse("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");

    private final Anvil anvil = AnvilAtHand.start(AnvilOptions.DEFAULT);
    private final AnvilRpc rpc = anvil.rpc();
    private final Web3jChain chain = new Web3jChain(List.of(anvil.rpcUrl().toString()), 31_337);

    Web3jChain chain() {
        return chain;
    }

    AnvilRpc rpc() {
        return rpc;
    }

    void put(Address at, String contract) {
        rpc.setCode(at, OwnCode.committed(contract));
    }

    /** Sends a transaction and mines it. */
    void send(Address to, Bytes data) {
        rpc.call("eth_sendTransaction", Map.of("from", SENDER.hex(), "to", to.hex(), "data", data.hex()));
        rpc.mine();
    }

    /** At the newest block. */
    List<CallResult> ask(List<EthCall> calls) {
        return chain.call(chain.head().ref().hash(), calls);
    }

    /** The four bytes of a function. */
    static Encoding function(String signature) {
        byte[] hash = Keccak256.digest(signature.getBytes(StandardCharsets.US_ASCII));
        return Encoding.of()
                .raw(Bytes.of(java.util.Arrays.copyOf(hash, 4)).hex().substring(2));
    }

    @Override
    public void close() {
        anvil.close();
    }
}
