package io.ballast.lab.demo;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.SessionEnded;
import io.ballast.act.journal.sqlite.SqliteJournal;
import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.act.wallet.web3j.KeystoreFile;
import io.ballast.act.wallet.web3j.KeystoreSigner;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.Surroundings;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.Devnet;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.SendOutcome;
import io.ballast.sense.chain.SimulatedTx;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.market.MarketReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a decision that trades cannot be faster than: the same remote calls, the same number of durable writes and one signature,
 * with nothing in between. Runs at the end of the demo, on the same chain, with a key of its own.
 */
final class LatencyFloor {
    private static final int RUNS = 40;
    /** Decision, plan, verdict, risk memory, signature. */
    private static final int DURABLE_WRITES = 5;

    private static final long TRANSFER_GAS = 21_000;
    private static final long CALL_GAS = 100_000;

    private final AgentConfiguration config;
    private final Surroundings world;
    private final Devnet devnet;
    private final Path folder;

    LatencyFloor(AgentConfiguration config, Surroundings world, Devnet devnet, DemoHome home) {
        this.config = config;
        this.world = world;
        this.devnet = devnet;
        this.folder = home.folder().resolve("floor");
    }

    /** Nanoseconds of each run. */
    List<Long> measure() {
        Path keystore = folder.resolve("keystore.json");
        try (Secret passphrase = Secret.of("floor", "measures only".toCharArray())) {
            Files.createDirectories(folder);
            Address account =
                    KeystoreFile.create(keystore, passphrase, KeystoreFile.Strength.LIGHT, new SecureRandom());
            devnet.fund(account, List.of(), Wei.ofCoins(BigDecimal.ONE));
            Signer signer = KeystoreSigner.open(
                    keystore, passphrase, account, config.universe().chainId());
            return runs(signer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            clear();
        }
    }

    private List<Long> runs(Signer signer) {
        MarketReader market = new MarketReader(world.chain(), config.universe(), signer.address());
        List<Long> nanos = new ArrayList<>();
        try (Journal scratch = SqliteJournal.open(folder.resolve("scratch.db"), world.clock())) {
            for (int nonce = 0; nonce < RUNS; nonce++) {
                long start = world.nanos().getAsLong();
                once(market.calls(), scratch, signer, nonce);
                nanos.add(world.nanos().getAsLong() - start);
            }
        }
        return nanos;
    }

    private void once(List<EthCall> reads, Journal scratch, Signer signer, long nonce) {
        BlockHeader head = world.chain().head();
        world.chain().call(head.ref().hash(), reads);
        world.chain().simulate(head.ref().hash(), List.of(simulated(signer), simulated(signer)));
        for (int i = 0; i < DURABLE_WRITES; i++) {
            scratch.append(new SessionEnded("measuring"));
        }
        SendOutcome outcome = world.submitter()
                .send(signer.sign(transfer(signer, head, nonce)).raw());
        if (!(outcome instanceof SendOutcome.Accepted)) {
            throw new IllegalStateException("the floor's transfer was not accepted: " + outcome);
        }
    }

    private SimulatedTx simulated(Signer signer) {
        Bytes approval = Erc20.approve(
                config.universe().router(), TokenAmount.zero(config.universe().cash()));
        return new SimulatedTx(signer.address(), config.universe().cash().address(), approval, CALL_GAS);
    }

    private UnsignedTransaction transfer(Signer signer, BlockHeader head, long nonce) {
        Wei tip = config.settings().tip();
        return new UnsignedTransaction(
                config.universe().chainId(),
                nonce,
                signer.address(),
                Wei.ZERO,
                Bytes.EMPTY,
                TRANSFER_GAS,
                head.nextBaseFee().times(2).plus(tip),
                tip);
    }

    private void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
