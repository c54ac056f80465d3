package io.ballast.act.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Hash32;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashChainTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.000000006Z");

    @Test
    void hashesTheDocumentedLayout() throws Exception {
        String layout = "0000000000000007" // seq
                + "00000000695735a5" // seconds
                + "00000006" // nanoseconds
                + "00000006" + "48616c746564" // Halted
                + "00000002" + "7b7d" // {}
                + "00".repeat(32);
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(layout));
        assertThat(HashChain.hash(7, AT, "Halted", "{}", Hash32.ZERO)).isEqualTo(Hash32.of(digest));
    }

    @Test
    void changesWithEveryField() {
        assertThat(Set.of(
                        HashChain.hash(7, AT, "Halted", "{}", Hash32.ZERO),
                        HashChain.hash(8, AT, "Halted", "{}", Hash32.ZERO),
                        HashChain.hash(7, AT.plusNanos(1), "Halted", "{}", Hash32.ZERO),
                        HashChain.hash(7, AT.plusSeconds(1), "Halted", "{}", Hash32.ZERO),
                        HashChain.hash(7, AT, "Halte", "d{}", Hash32.ZERO),
                        HashChain.hash(7, AT, "Halted", "{ }", Hash32.ZERO),
                        HashChain.hash(7, AT, "Halted", "{}", new Hash32("0x" + "1".repeat(64)))))
                .hasSize(7);
    }
}
