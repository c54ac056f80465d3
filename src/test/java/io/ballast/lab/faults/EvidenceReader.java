package io.ballast.lab.faults;

import io.ballast.act.journal.JournalEntry;
import io.ballast.act.risk.Spenders;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentSettings;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Hex;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.sense.market.FeedSpec;
import io.ballast.sense.market.Universe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Gathers the evidence of a case by plain JSON-RPC to the node itself, past every proxy and past the product's own readers. */
final class EvidenceReader {
    private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
    private static final String APPROVE = "0x095ea7b3";
    private final FaultChain chain;
    private final AgentConfiguration config;
    private final long from;
    private final Set<Hash32> foreign = new LinkedHashSet<>();
    private final List<Evidence.Report> reports = new ArrayList<>();

    EvidenceReader(FaultChain chain, AgentConfiguration config) {
        this.chain = chain;
        this.config = config;
        this.from = chain.height() + 1;
    }

    /** A transaction of the account that the case sends itself. */
    void foreign(String hash) {
        foreign.add(new Hash32(hash));
    }

    /** Notes what the agent said of itself. */
    void report(String what, boolean saidOk, boolean wasOk) {
        reports.add(new Evidence.Report(what, saidOk, wasOk));
    }

    Evidence read(Path home, List<JournalEntry> entries, boolean keyOnTheWire) {
        List<ChainTx> transactions = transactions();
        Set<Address> spenders = spenders(transactions);
        AgentSettings settings = config.settings();
        return new Evidence(
                chain.account(),
                settings.limits(),
                new Hash32("0x" + config.digest()),
                transactions,
                number(chain.rpc()
                        .call("eth_getTransactionCount", chain.account().hex(), "latest")),
                balances(),
                new Wei(Hex.quantity(chain.rpc()
                        .call("eth_getBalance", chain.account().hex(), "latest")
                        .stringValue())),
                standing(spenders),
                spenders,
                entries,
                leaks(home, keyOnTheWire),
                Set.copyOf(foreign),
                List.copyOf(reports));
    }

    private List<ChainTx> transactions() {
        List<ChainTx> mine = new ArrayList<>();
        long head = chain.height();
        for (long number = from; number <= head; number++) {
            JsonNode block = chain.rpc().call("eth_getBlockByNumber", Hex.ofQuantity(number), true);
            for (JsonNode tx : block.get("transactions")) {
                if (tx.get("from")
                        .stringValue()
                        .equalsIgnoreCase(chain.account().hex())) {
                    mine.add(transaction(block, tx));
                }
            }
        }
        return mine;
    }

    private ChainTx transaction(JsonNode block, JsonNode tx) {
        String hash = tx.get("hash").stringValue();
        JsonNode receipt = chain.rpc().call("eth_getTransactionReceipt", hash);
        BigInteger price = Hex.quantity(receipt.get("effectiveGasPrice").stringValue());
        return new ChainTx(
                new Hash32(hash),
                number(tx.get("nonce")),
                number(block.get("number")),
                Instant.ofEpochSecond(number(block.get("timestamp"))),
                new Address(tx.get("to").stringValue()),
                Bytes.parse(tx.get("input").stringValue()),
                receipt.get("status").stringValue().equals("0x1"),
                new Wei(price.multiply(BigInteger.valueOf(number(receipt.get("gasUsed"))))),
                transfers(receipt),
                prices(block.get("number").stringValue()));
    }

    private static List<ChainTx.Moved> transfers(JsonNode receipt) {
        List<ChainTx.Moved> moved = new ArrayList<>();
        for (JsonNode log : receipt.get("logs")) {
            JsonNode topics = log.get("topics");
            if (topics.size() == 3 && topics.get(0).stringValue().equals(TRANSFER)) {
                moved.add(new ChainTx.Moved(
                        new Address(log.get("address").stringValue()),
                        party(topics.get(1)),
                        party(topics.get(2)),
                        new BigInteger(log.get("data").stringValue().substring(2), 16)));
            }
        }
        return moved;
    }

    private static Address party(JsonNode topic) {
        return new Address("0x" + topic.stringValue().substring(26));
    }

    private Map<Token, BigDecimal> prices(String block) {
        Universe universe = config.universe();
        Map<Token, BigDecimal> prices = new HashMap<>();
        for (FeedSpec feed : universe.feeds()) {
            String data = AbiEncoder.call("latestRoundData()").toBytes().hex();
            String answer = chain.rpc()
                    .call("eth_call", Map.of("to", feed.feed().hex(), "data", data), block)
                    .stringValue();
            BigInteger raw = new BigInteger(answer.substring(66, 130), 16);
            prices.put(feed.token(), new BigDecimal(raw, feed.decimals()));
        }
        return prices;
    }

    private static Set<Address> spenders(List<ChainTx> transactions) {
        Set<Address> spenders = new LinkedHashSet<>();
        transactions.stream()
                .filter(tx -> tx.data().hex().startsWith(APPROVE))
                .forEach(tx -> spenders.add(Address.of(tx.data().slice(16, 20))));
        return spenders;
    }

    /** Of every token of the universe to every spender ever used and every router on the list. */
    private List<Evidence.Standing> standing(Set<Address> spenders) {
        Set<Address> all = new LinkedHashSet<>(spenders);
        all.addAll(config.settings().limits().routers().all());
        List<Evidence.Standing> left = new ArrayList<>(viaPermit2());
        for (Token token : config.universe().tokens()) {
            for (Address spender : all) {
                Bytes data = AbiEncoder.call("allowance(address,address)")
                        .address(chain.account())
                        .address(spender)
                        .toBytes();
                BigInteger raw = chain.word(token.address(), data);
                if (raw.signum() != 0) {
                    left.add(new Evidence.Standing(token, spender, raw));
                }
            }
        }
        return left;
    }

    /** What Permit2 would let routers take. */
    private List<Evidence.Standing> viaPermit2() {
        Spenders routers = config.settings().limits().routers();
        List<Evidence.Standing> left = new ArrayList<>();
        for (Token token : routers.permit2().isPresent() ? config.universe().tokens() : List.<Token>of()) {
            for (Address spender : routers.viaPermit2()) {
                Bytes data = AbiEncoder.call("allowance(address,address,address)")
                        .address(chain.account())
                        .address(token.address())
                        .address(spender)
                        .toBytes();
                BigInteger raw = chain.word(routers.permit2().orElseThrow(), data);
                if (raw.signum() != 0) {
                    left.add(new Evidence.Standing(token, spender, raw));
                }
            }
        }
        return left;
    }

    private List<TokenAmount> balances() {
        return config.universe().tokens().stream().map(this::balance).toList();
    }

    TokenAmount balance(Token token) {
        Bytes data =
                AbiEncoder.call("balanceOf(address)").address(chain.account()).toBytes();
        return new TokenAmount(token, chain.word(token.address(), data));
    }

    /** Files of the case that hold the key in hex or as bytes. */
    private static List<String> leaks(Path home, boolean keyOnTheWire) {
        List<String> found = new ArrayList<>();
        if (keyOnTheWire) {
            found.add("a request to the node");
        }
        String key = FaultChain.privateKey();
        String raw = new String(Bytes.parse("0x" + key).toArray(), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(home)) {
            // The index of SQLite's log holds no text, and closing it here would let go of the locks that this process
            // has on it.
            List<Path> texts = files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith("-shm"))
                    .toList();
            for (Path file : texts) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (text.toLowerCase(Locale.ROOT).contains(key) || text.contains(raw)) {
                    found.add(file.getFileName().toString());
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(JsonNode quantity) {
        return Hex.quantityLong(quantity.stringValue());
    }
}
