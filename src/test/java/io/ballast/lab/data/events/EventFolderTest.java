package io.ballast.lab.data.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.lab.data.MemoryFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFolderTest {
    private static final Address POOL = Address.parse("0x45dDa9cb7c25131DF268515131f647d726f50608");

    @TempDir
    Path store;

    private EventFolder folder(Address... pools) {
        return EventFolder.of(store, "polygon", List.of(pools), List.of(Hash32.ZERO), new MemoryFiles());
    }

    private void record(EventFolder folder, long from, long to) {
        folder.write(
                new Piece(from, to),
                EventFolder.LOGS,
                new ListSource<>(EventSchema.LOGS, "none", List.of(), LogRows::fill));
    }

    @Test
    void knowsWhichBlocksAreMissing() {
        EventFolder folder = folder(POOL);
        record(folder, 100, 199);
        record(folder, 300, 399);
        record(folder, 350, 450);

        assertThat(folder.missing(1, 500)).containsExactly(new Piece(1, 99), new Piece(200, 299), new Piece(451, 500));
        assertThat(folder.missing(120, 180)).isEmpty();
        assertThat(folder.missing(150, 250)).containsExactly(new Piece(200, 250));
        assertThat(folder.missing(250, 260)).containsExactly(new Piece(250, 260));
        assertThat(folder.missing(10, 20)).containsExactly(new Piece(10, 20));
        assertThat(folder.missing(451, 460)).containsExactly(new Piece(451, 460));
    }

    @Test
    void keepsOtherContractsApart() {
        assertThat(folder(POOL).path()).isNotEqualTo(folder(POOL, Address.ZERO).path());
        assertThat(folder(Address.ZERO, POOL).path())
                .isEqualTo(folder(POOL, Address.ZERO).path());
    }

    @Test
    void takesAPieceBack() {
        EventFolder folder = folder(POOL);
        record(folder, 1, 10);

        folder.delete(new Piece(1, 10));

        assertThat(folder.pieces(EventFolder.LOGS)).isEmpty();
    }
}
