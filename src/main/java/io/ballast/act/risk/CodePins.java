package io.ballast.act.risk;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Every contract has the code that it had when it was first seen or last accepted, behind its proxies too. */
record CodePins(StandingRules rules) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.CODE_CHANGED;
    }

    @Override
    public LimitCheck check(Question question) {
        if (!rules.pinsCode()) {
            return LimitCheck.pass(code(), "not asked for");
        }
        Map<Address, Hash32> seen = question.situation().evidence().codes();
        for (Address address : touched(question.transaction())) {
            if (!seen.containsKey(address)) {
                return LimitCheck.refuse(code(), "the code of " + address + " is unknown");
            }
        }
        Optional<String> changed = isSettled(question.situation(), question.state())
                ? Optional.empty()
                : changed(question.situation(), question.state());
        return changed.map(change -> LimitCheck.refuse(code(), change))
                .orElseGet(() -> LimitCheck.pass(code(), seen.size() + " contracts as they were"));
    }

    private static List<Address> touched(ProposedTransaction transaction) {
        return List.of(
                transaction.tokenIn().address(),
                transaction.tokenOut().address(),
                transaction.target(),
                transaction.spender());
    }

    /** Which contract has other code than it should, in words that say how to accept it; empty if none has. */
    Optional<String> changed(Situation situation, RiskState state) {
        Map<Address, Hash32> due = rules.due(state);
        return situation.evidence().codes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(seen -> Optional.ofNullable(due.get(seen.getKey()))
                        .filter(pin -> !pin.equals(seen.getValue()))
                        .map(pin -> words(seen.getKey(), seen.getValue(), pin))
                        .stream())
                .findFirst();
    }

    /** Whether every contract is pinned with the code it has: nothing changed, and nothing is left to pin. */
    boolean isSettled(Situation situation, RiskState state) {
        Map<Address, Hash32> seen = situation.evidence().codes();
        List<CodePin> pins = state.watch().pins();
        if (pins.size() != seen.size()) {
            return false;
        }
        for (CodePin pin : pins) {
            if (!pin.code().equals(seen.get(pin.address()))) {
                return false;
            }
        }
        return rules.acceptedCode().isEmpty()
                || rules.acceptedCode().entrySet().stream()
                        .allMatch(accepted ->
                                accepted.getValue().equals(seen.getOrDefault(accepted.getKey(), accepted.getValue())));
    }

    private static String words(Address contract, Hash32 seen, Hash32 pin) {
        return "the code of " + contract + " is " + seen + ", was " + pin
                + "; a person accepts it by limits.accept_code";
    }

    /** The state with every contract pinned that was not, and accepted ones pinned anew. */
    RiskState pinned(Situation situation, RiskState state) {
        Map<Address, Hash32> seen = situation.evidence().codes();
        NavigableMap<Address, Hash32> pins = state.watch().codes();
        seen.forEach(pins::putIfAbsent);
        rules.acceptedCode().forEach((address, accepted) -> {
            if (accepted.equals(seen.get(address))) {
                pins.put(address, accepted);
            }
        });
        return pins.equals(state.watch().codes()) ? state : state.pinned(pins);
    }
}
