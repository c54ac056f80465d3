package io.ballast.app.cli.check;

import io.ballast.act.journal.JournalCheck;
import io.ballast.act.journal.JournalException;
import io.ballast.act.journal.JournalReader;
import io.ballast.act.journal.sqlite.SqliteJournalReader;
import io.ballast.act.wallet.KeystoreException;
import io.ballast.act.wallet.SigningException;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.Scorers;
import io.ballast.agent.SignerSource;
import io.ballast.think.model.ActionScorer;
import io.ballast.think.model.ModelRefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What lies on this machine: model, signer, journal. */
record LocalCheck(AgentConfiguration config, InstantSource clock) {

    List<CheckLine> lines() {
        return List.of(model(), signer(), journal());
    }

    private CheckLine model() {
        boolean named = config.strategy().scorer().model().isPresent();
        try (ActionScorer model = Scorers.model(config, clock.instant()).orElse(null)) {
            if (model != null) {
                return CheckLine.ok(
                        "model", model.info().name() + " sha256 " + model.info().sha256());
            }
            String rule = "the rule " + config.strategy().scorer().rule() + " decides alone";
            return named
                    ? CheckLine.warn("model", "too old, " + rule, "train it again and pin the new hash")
                    : CheckLine.ok("model", "none named, " + rule);
        } catch (ModelRefusedException e) {
            return CheckLine.fail("model", String.valueOf(e.getMessage()), "'ballast models list' shows what there is");
        }
    }

    private CheckLine signer() {
        if (!config.settings().mode().signs()) {
            return CheckLine.ok("signer", "not needed, nothing is signed on paper");
        }
        try {
            return CheckLine.ok("signer", SignerSource.open(config).toString());
        } catch (KeystoreException | SigningException e) {
            return CheckLine.fail("signer", String.valueOf(e.getMessage()), "correct account.* in the configuration");
        }
    }

    private CheckLine journal() {
        Path file = config.settings().journal();
        if (Files.notExists(file)) {
            return CheckLine.ok("journal", file + " will be made");
        }
        try (JournalReader reader = SqliteJournalReader.open(file)) {
            JournalCheck check = reader.verify();
            return check.ok()
                    ? CheckLine.ok("journal", file + " intact, " + check.entries() + " entries")
                    : CheckLine.fail(
                            "journal",
                            file + " is broken at entry "
                                    + check.problem().orElseThrow().seq(),
                            "keep the file, find out who changed it, and start a new one");
        } catch (JournalException e) {
            return CheckLine.fail("journal", String.valueOf(e.getMessage()), "correct the path or its permissions");
        }
    }
}
