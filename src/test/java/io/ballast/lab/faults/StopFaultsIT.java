package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.execution.KillSwitch;
import io.ballast.sense.chain.proxy.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** F60: the kill switch, while all is well and while nothing is. */
class StopFaultsIT {
    @FaultCase(
            id = "F60b",
            injection =
                    "kill switch by file: at rest, with the node down, between signature and sending, over a restart",
            expected = "nothing is signed or sent afterwards, until a person releases it")
    void f60b_killSwitchFile(CaseRecord record) throws IOException {
        Scene scene = record.scene();
        Path file = KillSwitch.fileOf(scene.journalFile());
        scene.start();
        scene.tradesAgain();
        scene.faults(Faults.refuse());
        Files.createFile(file);
        scene.quietCycles(1);
        scene.faults();
        scene.quietCycles(2);
        scene.start();
        scene.quietCycles(2);
        scene.saw("holds over a restart");
        long before = scene.minedOnChain();
        scene.check();
        assertThat(scene.minedOnChain()).isEqualTo(before);

        Scene late = record.scene();
        Path lateFile = KillSwitch.fileOf(late.journalFile());
        World world = World.plain().withSigner(signer -> new HookedSigner(signer, () -> create(lateFile)));
        late.start(world, Fuse.none());
        late.cycle();
        assertThat(late.found().transactions())
                .allMatch(tx -> tx.to().equals(late.chain().account()));
        late.saw("signed before the switch and never sent; its nonce is used up by a cancellation");
        late.check();
    }

    private static void create(Path file) {
        try {
            Files.writeString(file, "by the test");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
