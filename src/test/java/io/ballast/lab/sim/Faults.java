package io.ballast.lab.sim;

import io.ballast.sense.chain.ChainException;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Which faults a world has, and when they strike: all of it follows from the seed. */
final class Faults {
    private final SplittableRandom dice;
    /** One for each, so that another fault some day does not change what the others do. */
    private final Map<Fault, SplittableRandom> own = new EnumMap<>(Fault.class);

    private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
    private boolean over;

    /** Each world has about a third of all faults, each at a rate of its own: few faults alone find more than all at once. */
    Faults(SplittableRandom dice) {
        this.dice = dice;
        long seed = dice.nextLong();
        for (Fault fault : Fault.values()) {
            SplittableRandom chance = new SplittableRandom(seed + fault.name().hashCode());
            own.put(fault, chance);
            boolean has = chance.nextInt(3) == 0;
            double factor = Math.pow(4, chance.nextDouble() * 2 - 1);
            if (has) {
                rates.put(fault, fault.rate() * factor);
            }
        }
    }

    /** The world has this fault for certain, and often. */
    void provoke(Fault fault) {
        rates.put(fault, 10 * fault.rate());
    }

    /** None any more. */
    void end() {
        over = true;
    }

    boolean strikes(Fault fault) {
        Double rate = rates.get(fault);
        SplittableRandom chance = own.get(fault);
        boolean strikes = rate != null && chance != null && chance.nextDouble() < rate && !over;
        if (strikes) {
            struck.merge(fault, 1, Integer::sum);
        }
        return strikes;
    }

    /** Something that crosses the edge of the process: here it can die. */
    void port() {
        if (strikes(Fault.CRASH)) {
            throw new SimCrash();
        }
    }

    /** A question to a node. */
    void question(String what) {
        port();
        if (strikes(Fault.UNAVAILABLE)) {
            throw new ChainException(ChainException.Kind.UNAVAILABLE, what + ": no answer");
        }
    }

    int upTo(int most) {
        return 1 + dice.nextInt(most);
    }

    boolean even() {
        return dice.nextBoolean();
    }

    /** How often each struck. */
    Map<Fault, Integer> struck() {
        return Map.copyOf(struck);
    }

    @Override
    public String toString() {
        return rates.keySet() + " struck " + struck;
    }
}
