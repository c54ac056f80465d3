package io.ballast.app.cli;

import io.ballast.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Closes of all assets side by side, as they lie there. */
record RealPanel(List<String> assets, List<String> lines) {
    static RealPanel read() {
        List<String> lines = SharedFiles.lines(RealDataTest.PANEL);
        String[] names = lines.getFirst().split(",", -1);
        return new RealPanel(
                List.of(names).subList(1, names.length),
                lines.subList(0, Math.min(RealDataTest.ROWS + 1, lines.size())));
    }

    void writeTo(Path file) throws IOException {
        Files.write(file, lines);
    }

    /** The first day after the first bar, to the last whole day. */
    String period() {
        Instant last = Instant.ofEpochSecond(Long.parseLong(lines.getLast().split(",", -1)[0]))
                .plusSeconds(3_600);
        return "2020-10-24.." + last.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    String strategy() {
        return """
                schema: 1
                name: all
                network: exchange
                cash: USDC
                universe:
                %s  USDC: {target: 2%%}
                timeframe: 1h
                rebalance: {no_trade_band: 2%%, steps: [100%%], min_trade: 100 USD}
                scorer: {type: band}
                execution: {max_price_impact: 1%%, max_slippage: 100bps}
                """.formatted(assets.stream()
                .map(asset -> "  " + asset + ": {target: 3.5%}\n")
                .collect(Collectors.joining()));
    }

    String pools() {
        return "\n  model: bars\n  delay: 1 block\n  gas: {base_fee: 20 gwei}\n  depth:\n"
                + assets.stream()
                        .map(asset -> "    " + asset + "/USDC: {venue: uniswap-v3, fee: 30bps, tvl: 50000000 USD}\n")
                        .collect(Collectors.joining());
    }

    /** @param series name by the asset's */
    String scenario(String series, String fills) {
        return """
                schema: 1
                strategy: all
                period: %s
                start: {USDC: 1000000}
                data:
                  prices:
                    store: data/prices
                    series: {%s}
                fills: %s
                risk: config/agent.yaml
                """.formatted(
                        period(),
                        assets.stream()
                                .map(asset -> asset + ": " + series.formatted(asset))
                                .collect(Collectors.joining(", ")),
                        fills.stripTrailing());
    }

    /** Prices at the end of the period. */
    Map<String, Double> last(int rows) {
        // The period starts at midnight, sixteen bars after the first.
        double[] cells = Arrays.stream(lines.get(16 + rows).split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Map<String, Double> prices = new LinkedHashMap<>(Map.of("USDC", 1.0));
        for (int i = 0; i < assets.size(); i++) {
            prices.put(assets.get(i), cells[i + 1]);
        }
        return prices;
    }

    /** One file for each asset, named and laid out as freqtrade does. */
    Stream<Path> freqtrade(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String asset : assets) {
            List<String> rows = new ArrayList<>(List.of("date,open,high,low,close,volume"));
            List<String> bars = SharedFiles.lines(RealDataTest.BARS + asset + "USDT.csv.gz");
            bars.subList(1, Math.min(RealDataTest.ROWS + 1, bars.size())).forEach(bar -> {
                int comma = bar.indexOf(',');
                Instant time = Instant.ofEpochSecond(Long.parseLong(bar.substring(0, comma)));
                rows.add(time.toString().replace("T", " ").replace("Z", "+00:00") + bar.substring(comma));
            });
            files.add(Files.write(folder.resolve(asset + "_USDT-1h.csv"), rows));
        }
        return files.stream();
    }
}
