package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * F64: a random mix of faults for as long as {@code -Dballast.soak=PT60M} says. In every second scene one agent lives through
 * all of it; in the others it is cut off and started again between faults. What the process holds on to is measured at the end
 * of each scene and in the middle of the long life.
 */
@EnabledIfSystemProperty(named = "ballast.soak", matches = "PT.*")
class SoakIT {
    private static final long SEED = Long.getLong("ballast.seed", 64);
    private static final int STEPS = 30;
    private static final int CHECK_EVERY = 10;
    /** Scenes after which code is compiled and pools are filled. */
    private static final int WARM = 2;
    /** A journal of a scene in memory, idle connections of five minutes. */
    private static final Footprint PLAY = new Footprint(32, 60);

    private final Random random = new Random(SEED);
    private final SoakTroubles troubles = new SoakTroubles(random);
    private final List<Footprint> footprints = new ArrayList<>();
    private long end;
    private long blocks;
    private long decisions;
    private long swaps;
    private int checks;

    @Test
    void f64_holdsAllInvariantsForAsLongAsItIsAskedTo() {
        end = System.nanoTime()
                + Duration.parse(System.getProperty("ballast.soak")).toNanos();
        for (int scene = 0; goesOn(); scene++) {
            scene(scene % 2 == 1);
            footprints.add(Footprint.now());
            report(scene);
            if (scene > WARM) {
                isFlat(footprints.getLast(), footprints.get(WARM));
            }
        }
        assertThat(swaps).isPositive();
    }

    private boolean goesOn() {
        return System.nanoTime() < end;
    }

    private static void isFlat(Footprint last, Footprint first) {
        assertThat(last.within(first, PLAY))
                .as("flat heap and descriptors: %s, then %s", first, last)
                .isTrue();
    }

    private void scene(boolean oneLife) {
        CaseRecord record = new CaseRecord();
        try {
            SoakScene soak = new SoakScene(record, random);
            live(soak, oneLife);
            soak.scene().check();
            checks++;
            swaps += soak.scene().fills();
            decisions += soak.decisions();
            blocks += soak.blocks();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "seed " + SEED + " after " + troubles.sum() + " faults, the last " + troubles.last() + ": "
                            + e.getMessage(),
                    e);
        } finally {
            record.closeAll();
        }
    }

    private void live(SoakScene soak, boolean oneLife) {
        Footprint early = Footprint.now();
        for (int i = 0; i < STEPS && goesOn(); i++) {
            soak.nextHour();
            if (!oneLife && random.nextInt(3) == 0) {
                troubles.count("killed");
                soak.crash();
            } else {
                troubles.next(soak);
            }
            soak.nextHour();
            soak.scene().tradesAgain();
            if (i % CHECK_EVERY == CHECK_EVERY - 1) {
                soak.scene().check();
                checks++;
            }
            if (i == CHECK_EVERY) {
                early = Footprint.now();
            }
        }
        if (oneLife) {
            isFlat(Footprint.now(), early);
        }
    }

    private void report(int scene) {
        System.out.printf(
                Locale.ROOT,
                "soak from seed %d: %d scenes, %d blocks, %d decisions, %d swaps, %d checks, %d faults %s, first %s, last %s%n",
                SEED,
                scene + 1,
                blocks,
                decisions,
                swaps,
                checks,
                troubles.sum(),
                troubles.counts(),
                footprints.get(Math.min(WARM, footprints.size() - 1)),
                footprints.getLast());
    }
}
