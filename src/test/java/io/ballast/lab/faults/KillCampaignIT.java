package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Real processes, really killed; exactly once is checked on the chain. {@code -Dballast.kills=300} for a campaign. */
class KillCampaignIT {
    private static final int KILLS = Integer.getInteger("ballast.kills", 20);
    private static final long SEED = Long.getLong("ballast.seed", 4);
    private static final int KILLS_PER_SCENE = 25;

    @Test
    void carriesEveryIntentOutExactlyOnceWheneverItIsKilled() {
        int inTheMiddle = 0;
        for (int done = 0; done < KILLS; done += KILLS_PER_SCENE) {
            int kills = Math.min(KILLS_PER_SCENE, KILLS - done);
            inTheMiddle += scene(kills, SEED + done);
            System.out.println("kills: " + (done + kills) + " from seed " + SEED + ", " + inTheMiddle
                    + " with an intent open, no violation");
        }
        assertThat(inTheMiddle).as("kills in the middle of a trade").isGreaterThan(KILLS / 5);
    }

    private static int scene(int kills, long seed) {
        CaseRecord record = new CaseRecord();
        try {
            Scene scene = record.scene(KillCampaign.files());
            int inTheMiddle;
            try (KillCampaign campaign = new KillCampaign(scene, seed)) {
                campaign.run(kills);
                inTheMiddle = campaign.inTheMiddle();
            }
            scene.start();
            scene.tradesAgain();
            scene.stop();
            scene.check();
            return inTheMiddle;
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        } finally {
            record.closeAll();
        }
    }
}
