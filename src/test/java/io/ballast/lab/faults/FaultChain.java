package io.ballast.lab.faults;

import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.web3j.KeystoreFile;
import io.ballast.act.wallet.web3j.KeystoreSigner;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hex;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.lab.devnet.deploy.DevnetAddresses;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.sense.chain.anvil.AnvilRpc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/**
 * One chain with the real contracts for all cases of this JVM. Every case begins at the same block, with the same account far
 * off its weights, and nobody else trades unless the case makes them.
 */
final class FaultChain {
    static final Duration BLOCK = Duration.ofSeconds(12);
    static final Duration BAR = Duration.ofSeconds(60);
    static final String PASSPHRASE = "correct horse of the fault bench";
    private static final long SEED = 11;
    private static final int WARM_UP_BARS = 70;
    /** Blocks below the head at which an agent with three confirmations looks, and one more. */
    private static final int DEEPEST_READ = 3;

    private static final String HIGH_FEE = "0x" + Long.toHexString(100_000_000_000L);
    private static FaultChain shared;

    private final Devnet devnet;
    private final AnvilRpc rpc;
    private final Address account;
    private final Signer signer;
    private final Path keystore;
    private final List<Runnable> beforeMining = new CopyOnWriteArrayList<>();
    private final List<Runnable> afterMining = new CopyOnWriteArrayList<>();
    private String snapshot;

    private FaultChain(Devnet devnet) {
        this.devnet = devnet;
        this.rpc = new AnvilRpc(devnet.rpcUrl());
        try {
            this.keystore = Files.createTempDirectory("ballast-faults-").resolve("keystore.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Secret key = Secret.of("test key", privateKey().toCharArray());
                Secret passphrase = Secret.of("test passphrase", PASSPHRASE.toCharArray())) {
            this.account =
                    KeystoreFile.importKey(keystore, key, passphrase, KeystoreFile.Strength.LIGHT, new SecureRandom());
        }
        this.signer = open();
        devnet.fund(
                account,
                List.of(amount(DevAsset.USDC, "30000"), amount(DevAsset.WETH, "3")),
                Wei.ofCoins(BigDecimal.TEN));
        devnet.lockStep().warmUp(WARM_UP_BARS, BAR, 2);
        this.snapshot = rpc.snapshot();
    }

    /** The chain as every case finds it. It ends with this JVM. */
    static synchronized FaultChain atStart() {
        if (shared == null) {
            shared = new FaultChain(DevnetAtHand.lockStep(SEED));
        } else {
            shared.reset();
        }
        shared.deepen();
        return shared;
    }

    /** After thousands of blocks, anvil has forgotten the state of those before the one it goes back to. */
    private void deepen() {
        for (int i = 0; i < DEEPEST_READ; i++) {
            mine(BLOCK);
        }
    }

    private Signer open() {
        try (Secret passphrase = Secret.of("test passphrase", PASSPHRASE.toCharArray())) {
            return KeystoreSigner.open(keystore, passphrase, account, DevnetAddresses.CHAIN_ID);
        }
    }

    /** Of the account; opened once, because that is slow on purpose. Processes of their own open the file themselves. */
    Signer signer() {
        return signer;
    }

    /** The one secret that may appear nowhere: 64 hex digits. */
    static String privateKey() {
        return HexFormat.of().formatHex(Keccak256.digest("ballast fault bench".getBytes(StandardCharsets.UTF_8)));
    }

    private void reset() {
        beforeMining.clear();
        afterMining.clear();
        rpc.call("anvil_dropAllTransactions");
        rpc.call("anvil_setChainId", DevnetAddresses.CHAIN_ID);
        rpc.call("evm_setIntervalMining", 0);
        rpc.revert(snapshot);
        snapshot = rpc.snapshot();
    }

    Devnet devnet() {
        return devnet;
    }

    AnvilRpc rpc() {
        return rpc;
    }

    Address account() {
        return account;
    }

    Path keystore() {
        return keystore;
    }

    DevnetAddresses addresses() {
        return devnet.addresses();
    }

    Token token(DevAsset asset) {
        return addresses().token(asset);
    }

    TokenAmount amount(DevAsset asset, String whole) {
        return TokenAmount.of(token(asset), new BigDecimal(whole));
    }

    JsonNode head() {
        return rpc.call("eth_getBlockByNumber", "latest", false);
    }

    long height() {
        return Hex.quantityLong(head().get("number").stringValue());
    }

    /** Time of the newest block. */
    Instant now() {
        return Instant.ofEpochSecond(Hex.quantityLong(head().get("timestamp").stringValue()));
    }

    /** Runs before each block that is mined here, until the next case. */
    void beforeMining(Runnable hook) {
        beforeMining.add(hook);
    }

    /** Mines one block with what waits in the pool. */
    void mine(Duration later) {
        beforeMining.forEach(Runnable::run);
        rpc.mine(now().plus(later));
        List<Runnable> due = List.copyOf(afterMining);
        afterMining.clear();
        due.forEach(Runnable::run);
    }

    /** Runs once, when the next block is mined here. */
    void onceMined(Runnable hook) {
        afterMining.add(hook);
    }

    /** Lets a bar pass in blocks. */
    void passBar() {
        long next = (now().getEpochSecond() / BAR.toSeconds() + 1) * BAR.toSeconds();
        while (now().plus(BLOCK).getEpochSecond() < next) {
            mine(BLOCK);
        }
        mine(Duration.ofSeconds(next - now().getEpochSecond()));
    }

    /** Puts a transaction of any account, without its key, into the pool. */
    String send(Address from, Address to, Bytes data) {
        return send(from, to, data, Wei.ZERO, HIGH_FEE);
    }

    String send(Address from, Address to, Bytes data, Wei value, String maxFee) {
        return send(from, to, data, value, maxFee, Map.of());
    }

    /** The same at a nonce. */
    String send(Address from, Address to, Bytes data, Wei value, String maxFee, long nonce) {
        return send(from, to, data, value, maxFee, Map.of("nonce", "0x" + Long.toHexString(nonce)));
    }

    private String send(Address from, Address to, Bytes data, Wei value, String maxFee, Map<String, Object> more) {
        rpc.impersonate(from);
        Map<String, Object> fields = new LinkedHashMap<>(more);
        fields.put("from", from.hex());
        fields.put("to", to.hex());
        fields.put("data", data.hex());
        fields.put("value", Hex.ofQuantity(value.value()));
        fields.put("gas", "0x1e8480");
        fields.put("maxFeePerGas", maxFee);
        fields.put("maxPriorityFeePerGas", "0x1");
        return rpc.call("eth_sendTransaction", fields).stringValue();
    }

    BigInteger word(Address to, Bytes data) {
        return word(to, data, 0);
    }

    /** One word of the answer of a call at the newest block. */
    BigInteger word(Address to, Bytes data, int index) {
        String answer = rpc.call("eth_call", Map.of("to", to.hex(), "data", data.hex()), "latest")
                .stringValue();
        int at = 2 + 64 * index;
        return new BigInteger(answer.substring(at, at + 64), 16);
    }

    static Path privateFile(Path file, String text) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
