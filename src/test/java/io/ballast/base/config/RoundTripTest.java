package io.ballast.base.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is printed loads again to the same values, whatever they are. */
class RoundTripTest {
    private static final String ODD = "aZ09 :#'\"\\{}[],&*!|>%@`~-?\u00e9\u4e16\ud83d\ude00_.\t";
    private static final ConfigLoader LOADER = new ConfigLoader(new YamlReader(), Map.of());

    record Everything(
            @Key(value = "Text.", required = true) String text,
            @Key(value = "Share.", required = true) Bps share,
            @Key(value = "Dollars.", required = true) Usd dollars,
            @Key(value = "Time.", required = true) Duration time,
            @Key(value = "Coins.", required = true) Coins coins,
            @Key(value = "Gas.", required = true) GasPrice gas,
            @Key(value = "Blocks.", required = true) Blocks blocks,
            @Key(value = "Address.", required = true) Address address,
            @Key(value = "Path.", required = true) Path path,
            @Key(value = "Flag.", required = true) boolean flag,

            @Key(value = "Number.", required = true, max = Long.MAX_VALUE)
            long number,

            @Key("Perhaps.") Optional<Integer> perhaps,
            @Key("Texts.") List<String> texts,
            @Key("Shares.") Map<Symbol, Inner> inner) {}

    record Inner(
            @Key(value = "Share.", required = true) Bps share,
            @Key("Texts.") List<String> texts) {}

    @Test
    void everyPrintedConfigurationLoadsToTheSameValues() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Everything value = everything(random);
            Problems problems = new Problems();
            String yaml = ShowConfig.yaml(value);
            Optional<Bound<Everything>> bound = LOADER.read("round-" + i, yaml, Everything.class, problems);
            assertThat(problems.all()).as(yaml).isEmpty();
            assertThat(bound.orElseThrow().value()).as(yaml).isEqualTo(value);
            assertThat(ShowConfig.of(bound.orElseThrow())
                            .yaml()
                            .lines()
                            .map(l -> l.replaceAll("  # round-\\d+:\\d+$", "")))
                    .containsExactlyElementsOf(yaml.lines().toList());
        }
    }

    private static Everything everything(Random random) {
        return new Everything(
                text(random),
                new Bps(random.nextInt(10_001)),
                Usd.of(BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(9))),
                Duration.ofMillis(
                        random.nextBoolean() ? random.nextInt() & 0x7fffffff : 1000L * random.nextInt(100_000)),
                new Coins(new Wei(new BigInteger(random.nextInt(120), random)), "ETH"),
                new GasPrice(new Wei(new BigInteger(random.nextInt(60), random))),
                new Blocks(random.nextInt(1000)),
                new Address("0x" + String.format("%040x", new BigInteger(159, random).add(BigInteger.ONE))),
                Path.of("a" + random.nextInt(100), "b c"),
                random.nextBoolean(),
                random.nextLong() & Long.MAX_VALUE,
                random.nextBoolean() ? Optional.of(random.nextInt(1000)) : Optional.empty(),
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> text(random))
                        .toList(),
                inner(random));
    }

    private static Map<Symbol, Inner> inner(Random random) {
        Map<Symbol, Inner> inner = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            List<String> texts = random.nextBoolean() ? List.of() : List.of(text(random));
            inner.put(new Symbol("T." + i), new Inner(new Bps(random.nextInt(10_001)), texts));
        }
        return inner;
    }

    private static String text(Random random) {
        int[] points = ODD.codePoints().toArray();
        StringBuilder out = new StringBuilder("x");
        for (int i = random.nextInt(20); i > 0; i--) {
            out.insert(
                    random.nextInt(2) == 0 ? 0 : out.length(),
                    Character.toString(points[random.nextInt(points.length)]));
        }
        return out.toString();
    }
}
