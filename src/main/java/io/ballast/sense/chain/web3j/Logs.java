package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Hex;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Shape of events, and the check that a list of them answers the query that was put. */
final class Logs {
    private static final int MAX_TOPICS = 4;
    private static final Comparator<LogEntry> CHAIN_ORDER =
            Comparator.comparingLong(LogEntry::blockNumber).thenComparingInt(LogEntry::index);

    private Logs() {}

    static RpcCall request(LogQuery query) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("fromBlock", Hex.ofQuantity(query.fromBlock()));
        filter.put("toBlock", Hex.ofQuantity(query.toBlock()));
        return request(filter, query);
    }

    /** Of the block with this hash, whatever range the query names (EIP-234). */
    static RpcCall request(Hash32 block, LogQuery query) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("blockHash", block.hex());
        return request(filter, query);
    }

    private static RpcCall request(Map<String, Object> filter, LogQuery query) {
        if (!query.addresses().isEmpty()) {
            filter.put("address", query.addresses().stream().map(Address::hex).toList());
        }
        List<List<String>> topics = query.topics().stream()
                .map(any -> any.stream().map(Hash32::hex).toList())
                .toList();
        if (!topics.isEmpty()) {
            filter.put("topics", topics);
        }
        return RpcCall.of("eth_getLogs", filter);
    }

    /** Events of the answer in ascending order; one that does not belong there makes the whole answer MALFORMED. */
    static List<LogEntry> answering(LogQuery query, JsonNode result) {
        if (!result.isArray()) {
            throw Fields.malformed("eth_getLogs answered no list");
        }
        List<LogEntry> entries = new ArrayList<>(parse(result));
        for (LogEntry entry : entries) {
            if (!answers(query, entry)) {
                throw Fields.malformed("eth_getLogs answered an event that was not asked for: " + entry);
            }
        }
        entries.sort(CHAIN_ORDER);
        refuseDoubles(entries);
        return List.copyOf(entries);
    }

    static List<LogEntry> parse(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(Logs::entry).toList();
    }

    private static LogEntry entry(JsonNode node) {
        Fields log = new Fields(node, "log");
        if (log.isTrue("removed")) {
            throw Fields.malformed("log was removed by a reorganisation");
        }
        return new LogEntry(
                log.address("address"),
                topics(log.list("topics")),
                log.bytes("data"),
                log.number("blockNumber"),
                log.hash("blockHash"),
                log.hash("transactionHash"),
                log.position("logIndex"));
    }

    private static List<Hash32> topics(JsonNode list) {
        if (list.size() > MAX_TOPICS) {
            throw Fields.malformed("log has " + list.size() + " topics");
        }
        List<Hash32> topics = new ArrayList<>(list.size());
        for (JsonNode topic : list) {
            topics.add(Fields.text(topic, "log.topics", Fields::hash32));
        }
        return topics;
    }

    private static boolean answers(LogQuery query, LogEntry entry) {
        boolean inRange = query.fromBlock() <= entry.blockNumber() && entry.blockNumber() <= query.toBlock();
        boolean byAddress = query.addresses().isEmpty() || query.addresses().contains(entry.address());
        return inRange && byAddress && byTopics(query.topics(), entry.topics());
    }

    private static boolean byTopics(List<List<Hash32>> wanted, List<Hash32> topics) {
        for (int i = 0; i < wanted.size(); i++) {
            boolean any = wanted.get(i).isEmpty();
            if (i >= topics.size() ? !any : !any && !wanted.get(i).contains(topics.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static void refuseDoubles(List<LogEntry> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            LogEntry before = sorted.get(i - 1);
            LogEntry entry = sorted.get(i);
            if (CHAIN_ORDER.compare(before, entry) == 0) {
                throw Fields.malformed("log " + entry.index() + " of block " + entry.blockNumber() + " appears twice");
            }
            if (before.blockNumber() == entry.blockNumber()
                    && !before.blockHash().equals(entry.blockHash())) {
                throw Fields.malformed("logs name two hashes for block " + entry.blockNumber());
            }
        }
    }
}
