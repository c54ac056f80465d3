package io.ballast.lab.devnet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarReaderTest {
    @Test
    void readsWhatIsWantedAndNothingElse() throws IOException {
        TarFile tar = new TarFile()
                .file("package/a.json", "A")
                .file("package/b.json", "B".repeat(512))
                .file("package/c.json", "C".repeat(513));
        Map<String, byte[]> found = read(tar, "package/b.json", "package/c.json", "package/none");
        assertThat(found).containsOnlyKeys("package/b.json", "package/c.json");
        assertThat(found.get("package/c.json")).asString(StandardCharsets.UTF_8).isEqualTo("C".repeat(513));
    }

    @Test
    void joinsPrefixesAndLongNames() throws IOException {
        String deep = "package/" + "d/".repeat(80) + "f.json";
        TarFile tar = new TarFile()
                .file("package/x", "y.json", "prefixed")
                .paxPath(deep)
                .file("cut", "by pax")
                .gnuName(deep + "2")
                .file("cut", "by GNU")
                .file("package/last.json", "plain");
        Map<String, byte[]> found = read(tar, "package/x/y.json", deep, deep + "2", "package/last.json");
        assertThat(found.values())
                .extracting(b -> new String(b, StandardCharsets.UTF_8))
                .containsExactly("prefixed", "by pax", "by GNU", "plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "package/../../evil", "/etc/evil", "package\\..\\evil", "C:/evil", ".."})
    void refusesAPathThatLeavesTheArchive(String path) {
        TarFile tar = new TarFile().file("package/a.json", "A").file(path, "evil");
        assertThatThrownBy(() -> read(tar, "package/a.json"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unsafe");
    }

    @Test
    void refusesAClimbingPathInALongName() {
        assertThatThrownBy(() -> read(new TarFile().paxPath("../evil").file("ok", ""), "ok"))
                .hasMessageContaining("unsafe");
        assertThatThrownBy(() -> read(new TarFile().gnuName("../evil").file("ok", ""), "ok"))
                .hasMessageContaining("unsafe");
    }

    @Test
    void takesALinkForNoFile() throws IOException {
        TarFile tar = new TarFile().entry('2', "package/a.json", "", new byte[0]);
        assertThat(read(tar, "package/a.json")).isEmpty();
    }

    @Test
    void refusesDamagedArchives() {
        byte[] whole = new TarFile().file("package/a.json", "A".repeat(5_000)).gzipped();
        byte[] cut = Arrays.copyOf(whole, whole.length - 20);
        assertThatThrownBy(() -> TarReader.read(new ByteArrayInputStream(cut), Set.of("package/a.json")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(new TarFile().header('0', "a", "", "77777777777"), "a"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(new TarFile().header('0', "a", "", "00000000x00"), "a"))
                .hasMessageContaining("damaged number");
        assertThatThrownBy(() -> read(new TarFile().header('0', "a", "", "-0000000001"), "a"))
                .isInstanceOf(IOException.class);
    }

    private static Map<String, byte[]> read(TarFile tar, String... wanted) throws IOException {
        return TarReader.read(new ByteArrayInputStream(tar.gzipped()), Set.of(wanted));
    }
}
