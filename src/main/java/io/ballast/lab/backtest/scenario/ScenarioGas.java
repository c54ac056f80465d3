package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.Bound;
import io.ballast.base.config.Problems;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What gas costs in a scenario. */
record ScenarioGas(Bound<ScenarioFile> scenario, Network network, Path root, Problems problems) {
    /** Empty with the reason among the problems. */
    Optional<GasHistory> history() {
        Optional<FillsFile.GasSource> source = scenario.value().fills().gas();
        String wrapped = network.file().wrapped().text();
        source.flatMap(FillsFile.GasSource::ethPrice)
                .filter(symbol -> !symbol.text().equals(wrapped))
                .ifPresent(symbol -> scenario.problem(
                        problems,
                        "fills.gas.eth_price",
                        "is " + symbol + ", expected " + wrapped + ", which is worth the coin that pays for gas"));
        return source.flatMap(gas -> gas.history()
                .map(file -> read(file).filter(this::covers))
                .orElseGet(() -> gas.baseFee().map(fee -> GasHistory.constant(fee.perGas()))));
    }

    private Optional<GasHistory> read(Path file) {
        Path found = root.resolve(file);
        if (!Files.isRegularFile(found)) {
            scenario.problem(problems, "fills.gas.history", "no file " + found);
            return Optional.empty();
        }
        return new GasCsv(found, problems).read();
    }

    /** Says so if it does not. */
    private boolean covers(GasHistory history) {
        Period period = scenario.value().period();
        boolean begun = !history.first().isAfter(period.start());
        boolean lasts = !history.end().isBefore(period.end());
        if (!begun || !lasts) {
            scenario.problem(
                    problems,
                    "fills.gas.history",
                    begun
                            ? "ends on " + history.last() + ", before the period does"
                            : "begins on " + history.first() + ", after the period does");
        }
        return begun && lasts;
    }

    /** Zero where no such fee is charged. */
    Wei dataFee() {
        boolean charged = network.file().chain().isRollup();
        Optional<Wei> given = scenario.value()
                .fills()
                .gas()
                .flatMap(FillsFile.GasSource::dataFee)
                .map(coins -> coins.amount());
        String name = network.file().name().text();
        if (charged && given.isEmpty() && scenario.clean(problems, "fills.gas")) {
            scenario.problem(problems, "fills.gas", "says no data_fee, which " + name + " charges on top of gas");
        }
        if (!charged && given.isPresent()) {
            scenario.problem(problems, "fills.gas.data_fee", "has no meaning on " + name + ", which charges none");
        }
        return given.orElse(Wei.ZERO);
    }
}
