package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.web3j.CodeReads;
import io.ballast.sense.dex.web3j.Multicall3;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Fingerprints of contracts: of one without a proxy the Keccak of its code, of a proxy the Keccak of that and of address and
 * fingerprint of all that it leads to. Followed are EIP-1967 (implementation and beacon), EIP-1822, the slot of ZeppelinOS and
 * EIP-1167. What was found at the last look is asked for at once at the next, so that one round trip does. Thread-safe.
 */
final class CodeSurvey {
    private static final int MOST_STEPS = 5;
    private final ChainReader chain;
    private final Address multicall;
    private final List<Address> roots;
    private final Set<Address> followed = ConcurrentHashMap.newKeySet();
    private final Set<Address> beacons = ConcurrentHashMap.newKeySet();
    private final Map<Hash32, Optional<Address>> minimal = new ConcurrentHashMap<>();

    CodeSurvey(ChainReader chain, Address multicall, Collection<Address> roots) {
        this.chain = chain;
        this.multicall = multicall;
        this.roots = roots.stream().distinct().sorted().toList();
    }

    /** Contracts of the first batch. */
    List<Address> first() {
        Set<Address> all = new TreeSet<>(roots);
        all.addAll(followed);
        return List.copyOf(all);
    }

    /** Two calls: hashes, sizes and beacons; then the slots, with every contract's own code out of the way. */
    List<EthCall> calls(List<Address> contracts) {
        Map<Address, Bytes> readers =
                Map.of(CodeReads.HASHES, CodeReads.hashing(), CodeReads.SIZES, CodeReads.sizing());
        Map<Address, Bytes> loaders = new HashMap<>();
        slotted(contracts).forEach(address -> loaders.put(address, CodeReads.loading()));
        return List.of(
                lent(Multicall3.aggregate3(facts(contracts)), readers),
                lent(
                        Multicall3.aggregate3(slotted(contracts).stream()
                                .map(address -> new Multicall3.Call(address, CodeReads.askSlots()))
                                .toList()),
                        loaders));
    }

    private EthCall lent(Bytes data, Map<Address, Bytes> code) {
        return new EthCall(Address.ZERO, multicall, data, code);
    }

    private List<Multicall3.Call> facts(List<Address> contracts) {
        List<Multicall3.Call> calls = new ArrayList<>();
        calls.add(new Multicall3.Call(CodeReads.HASHES, CodeReads.ask(contracts)));
        calls.add(new Multicall3.Call(CodeReads.SIZES, CodeReads.ask(contracts)));
        asked(contracts).forEach(beacon -> calls.add(new Multicall3.Call(beacon, CodeReads.implementation())));
        return calls;
    }

    private List<Address> asked(List<Address> contracts) {
        return contracts.stream().filter(beacons::contains).toList();
    }

    /** Multicall3 makes the calls, so its own code must stay. */
    private List<Address> slotted(List<Address> contracts) {
        return contracts.stream().filter(address -> !address.equals(multicall)).toList();
    }

    /**
     * Fingerprint of every root.
     *
     * @param contracts that were asked about
     * @param answers to the calls about them
     * @throws ChainException if a part is missing or malformed, or proxies lead on and on
     */
    Map<Address, Hash32> read(Hash32 at, List<Address> contracts, List<CallResult> answers) {
        Map<Address, CodeLook> looks = new TreeMap<>(looks(at, contracts, answers));
        Set<Address> next = open(looks);
        for (int step = 0; !next.isEmpty(); step++) {
            if (step == MOST_STEPS) {
                throw new ChainException(
                        ChainException.Kind.MALFORMED, "proxies lead on after " + MOST_STEPS + " steps, to " + next);
            }
            List<Address> more = List.copyOf(next);
            looks.putAll(looks(at, more, chain.call(at, calls(more))));
            next = open(looks);
        }
        followed.addAll(looks.keySet());
        followed.removeAll(roots);
        Map<Address, Hash32> prints = new TreeMap<>();
        roots.forEach(root -> prints.put(root, print(root, looks, Set.of())));
        return prints;
    }

    /** What some contract leads to and nobody looked at yet, and what turned out to be a beacon after it was looked at. */
    private Set<Address> open(Map<Address, CodeLook> looks) {
        Set<Address> open = new TreeSet<>();
        looks.values().forEach(look -> open.addAll(look.leads()));
        open.removeIf(address -> Optional.ofNullable(looks.get(address))
                .filter(look -> look.askedAsBeacon() || !beacons.contains(address))
                .isPresent());
        return open;
    }

    private Map<Address, CodeLook> looks(Hash32 at, List<Address> contracts, List<CallResult> answers) {
        List<Address> asked = asked(contracts);
        List<CallResult> facts = results(answers.get(0), 2 + asked.size());
        List<Hash32> hashes = CodeReads.hashes(facts.get(0).orThrow("hashes of code"), contracts.size());
        List<BigInteger> sizes = CodeReads.sizes(facts.get(1).orThrow("sizes of code"), contracts.size());
        Map<Address, List<Address>> leads = new HashMap<>();
        for (int i = 0; i < contracts.size(); i++) {
            leads.put(contracts.get(i), new ArrayList<>());
            minimal(at, contracts.get(i), hashes.get(i), sizes.get(i)).ifPresent(lead(leads, contracts.get(i)));
        }
        for (int i = 0; i < asked.size(); i++) {
            if (facts.get(2 + i) instanceof CallResult.Returned returned) {
                CodeReads.implementation(returned.data()).ifPresent(lead(leads, asked.get(i)));
            }
        }
        addSlots(contracts, answers.get(1), leads);
        Map<Address, CodeLook> looks = new HashMap<>();
        for (int i = 0; i < contracts.size(); i++) {
            Address contract = contracts.get(i);
            looks.put(contract, new CodeLook(hashes.get(i), leads(leads, contract), asked.contains(contract)));
        }
        return looks;
    }

    private void addSlots(List<Address> contracts, CallResult answer, Map<Address, List<Address>> leads) {
        List<Address> slotted = slotted(contracts);
        List<CallResult> slots = results(answer, slotted.size());
        for (int i = 0; i < slotted.size(); i++) {
            CodeReads.Slots found = CodeReads.slots(slots.get(i).orThrow("slots of " + slotted.get(i)));
            found.implementations().forEach(lead(leads, slotted.get(i)));
            found.beacon().ifPresent(beacons::add);
            found.beacon().ifPresent(lead(leads, slotted.get(i)));
        }
    }

    private static Consumer<Address> lead(Map<Address, List<Address>> leads, Address from) {
        return to -> leads(leads, from).add(to);
    }

    private static List<Address> leads(Map<Address, List<Address>> leads, Address of) {
        return leads.computeIfAbsent(of, none -> new ArrayList<>());
    }

    private List<CallResult> results(CallResult answer, int count) {
        return Multicall3.results(answer.orThrow("code of contracts, through Multicall3 at " + multicall), count);
    }

    private Optional<Address> minimal(Hash32 at, Address address, Hash32 hash, BigInteger size) {
        return size.equals(BigInteger.valueOf(CodeReads.MINIMAL_SIZE))
                ? minimal.computeIfAbsent(hash, unknown -> CodeReads.minimalTarget(chain.code(at, address)))
                : Optional.empty();
    }

    private static Hash32 print(Address address, Map<Address, CodeLook> looks, Set<Address> above) {
        CodeLook look = looks.get(address);
        if (look == null || above.contains(address)) {
            return Hash32.ZERO;
        }
        if (look.leads().isEmpty()) {
            return look.hash();
        }
        Set<Address> here = new HashSet<>(above);
        here.add(address);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(look.hash().bytes());
        for (Address lead : look.leads()) {
            all.writeBytes(lead.bytes());
            all.writeBytes(print(lead, looks, here).bytes());
        }
        return Hash32.of(Keccak256.digest(all.toByteArray()));
    }
}
