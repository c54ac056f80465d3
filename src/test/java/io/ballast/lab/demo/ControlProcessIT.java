package io.ballast.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.act.execution.KillSwitch;
import io.ballast.act.journal.Halted;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.app.cli.Ballast;
import io.ballast.base.units.Address;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.sense.chain.proxy.FaultProxy;
import io.ballast.sense.chain.proxy.Faults;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F60 on real processes: an agent whose key is held by the signer process trades, and is stopped by the endpoint while its node
 * hangs, over a restart, and by a signal.
 */
class ControlProcessIT {
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private TraderHome home;
    private int port;

    @AfterEach
    void endAll() {
        started.forEach(process -> process.destroyForcibly().onExit().join());
    }

    @Test
    void f60NothingIsSignedAfterAHaltUntilAPersonResumes() throws Exception {
        home = new TraderHome(folder);
        port = freePort();
        try (Devnet devnet = DevnetAtHand.realTime(11, Duration.ofMinutes(3));
                FaultProxy node = new FaultProxy(devnet.rpcUrl())) {
            prepare(devnet, node);
            devnet.realTime().begin(Clock.systemUTC(), Duration.ofSeconds(5));
            started.add(home.start(Ballast.class, "signer", "-c", folder + "/signer.yaml", "--new-state"));
            await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("run/signer.sock")));
            Process trader = trade();
            awaitFill(trader);

            node.with(Faults.hang());
            Instant halted = halt();
            node.with();
            home.awaitJournal("the halt in the journal", ControlProcessIT::halted, trader);
            assertThat(signedAfter(halted)).isEmpty();

            trader.destroyForcibly().onExit().join();
            Process again = trade();
            await().atMost(PATIENCE).until(() -> health().contains("halted"));
            assertThat(signedAfter(halted)).isEmpty();
            assertThat(KillSwitch.fileOf(home.journal())).exists();
            assertThat(ask("POST", "/resume").statusCode()).isEqualTo(202);
            awaitFill(again);

            signal(again);
        }
    }

    private void signal(Process trader) throws Exception {
        new ProcessBuilder("kill", "-USR1", Long.toString(trader.pid())).start().waitFor();
        await().atMost(Duration.ofSeconds(5)).until(() -> Files.exists(KillSwitch.fileOf(home.journal())));
        Instant at = Clock.systemUTC().instant();
        assertThat(health()).contains("halted");
        long before = home.entries().stream()
                .filter(entry -> entry.event() instanceof Halted)
                .count();
        home.awaitJournal(
                "the second halt in the journal",
                entries -> entries.stream()
                                .filter(entry -> entry.event() instanceof Halted)
                                .count()
                        >= Math.max(2, before),
                trader);
        assertThat(signedAfter(at)).isEmpty();
        trader.destroy();
        assertThat(trader.onExit().get().exitValue()).as("halted").isEqualTo(3);
    }

    /** When the answer to the halt was there; within a second, though the node hangs. */
    private Instant halt() throws Exception {
        long start = System.nanoTime();
        assertThat(ask("POST", "/halt").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        return Clock.systemUTC().instant();
    }

    private static boolean halted(List<JournalEntry> entries) {
        return entries.stream().anyMatch(entry -> entry.event() instanceof Halted);
    }

    /** But for what takes an allowance back. */
    private List<String> signedAfter(Instant time) {
        List<JournalEntry> entries = home.entries();
        Set<String> revokes = entries.stream()
                .filter(entry -> entry.event() instanceof IntentPlanned planned
                        && planned.kind() == ProposedTransaction.Kind.REVOKE)
                .map(entry -> ((IntentPlanned) entry.event()).intentId())
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> entry.at().isAfter(time))
                .filter(entry -> entry.event() instanceof IntentSigned signed && !revokes.contains(signed.intentId()))
                .map(JournalEntry::json)
                .toList();
    }

    private void awaitFill(Process trader) {
        long before = TraderHome.filled(home.entries());
        home.awaitJournal("a fill", entries -> TraderHome.filled(entries) > before, trader);
    }

    private Process trade() throws IOException {
        Process trader =
                home.start(Ballast.class, "trade", "-c", home.agentFile().toString(), "--live-i-accept-the-risk");
        started.add(trader);
        return trader;
    }

    private void prepare(Devnet devnet, FaultProxy node) throws IOException {
        String control = "control: {port: " + port + ", token_file: control.token}\n";
        Address account = home.prepare(devnet, node.url(), control);
        String key = "  keystore: keystore.json\n  passphrase_file: passphrase\n";
        String agent = Files.readString(home.agentFile());
        assertThat(agent).contains(key);
        Files.writeString(home.agentFile(), agent.replace(key, "  signer: unix:run/signer.sock\n"));
        Files.writeString(folder.resolve("signer.yaml"), """
                schema: 1
                chain_id: 31337
                account: "%s"
                keystore: keystore.json
                passphrase_file: passphrase
                socket: run/signer.sock
                state: signer.log
                swap_router02: "%s"
                tokens:
                  USDC: {address: "%s", decimals: 6, max_per_transaction: 50000 USDC, max_per_day: 10000000 USDC}
                  WETH: {address: "%s", decimals: 18, max_per_transaction: 50 WETH, max_per_day: 1000 WETH}
                gas: {max_price: 500 gwei, max_limit: 3000000, max_per_transaction: 1 ETH, max_per_day: 9 ETH}
                """.formatted(
                        account,
                        devnet.addresses().contracts().router(),
                        devnet.addresses().token(DevAsset.USDC).address(),
                        devnet.addresses().token(DevAsset.WETH).address()));
    }

    private String health() {
        try {
            return ask("GET", "/health").body();
        } catch (IOException e) {
            return "no answer";
        }
    }

    private HttpResponse<String> ask(String method, String path) throws IOException {
        String token = Files.exists(folder.resolve("control.token"))
                ? Files.readString(folder.resolve("control.token")).strip()
                : "none";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(5))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
