package io.ballast.lab.backtest.judgement;

import io.ballast.lab.backtest.DecisionRecord;
import io.ballast.lab.backtest.DecisionRecord.Option;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.TradeRecord;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Trades and decisions as CSV by RFC 4180, with a head; what is undefined is an empty field. */
public final class Exports {
    private static final String TRADES =
            "time,decision,sold,bought,amount_in,amount_out,notional_usd,fee_usd,impact_usd,"
                    + "gas_usd,delay_usd,mev_usd,basis_usd,failed";
    private static final String DECISIONS = "time,decision,candidate,chosen,score_bps,low_bps,cost_usd,verdict,reason";

    /** Columns that are text whatever they look like. */
    public static final List<String> TRADE_TEXTS = List.of("sold", "bought", "amount_in", "amount_out");

    public static final List<String> DECISION_TEXTS = List.of("candidate", "verdict", "reason");

    private Exports() {}

    /** A line for each transaction, failed ones too. */
    public static String trades(RunRecord run) {
        return text(TRADES, run.trades().stream().map(trade -> trade(run, trade)));
    }

    /** A line for each candidate of each decision. */
    public static String decisions(RunRecord run) {
        return text(DECISIONS, run.decisions().stream().flatMap(decision -> candidates(run, decision)));
    }

    private static String text(String head, Stream<String> lines) {
        return Stream.concat(Stream.of(head), lines).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String trade(RunRecord run, TradeRecord trade) {
        return line(
                time(run, trade.row()),
                trade.decision(),
                trade.sold(),
                trade.bought(),
                trade.amountIn(),
                trade.amountOut(),
                trade.notional(),
                trade.cost().fee(),
                trade.cost().impact(),
                trade.cost().gas(),
                trade.cost().delay(),
                trade.cost().mev(),
                trade.cost().basis(),
                trade.failed());
    }

    private static Stream<String> candidates(RunRecord run, DecisionRecord decision) {
        List<Option> options = decision.options();
        return IntStream.range(0, options.size())
                .mapToObj(i -> line(
                        time(run, decision.row()),
                        decision.number(),
                        options.get(i).label(),
                        i == decision.chosen(),
                        text(options.get(i).score()),
                        text(options.get(i).low()),
                        options.get(i).cost(),
                        options.get(i).verdict(),
                        decision.reason()));
    }

    private static String time(RunRecord run, int row) {
        return Instant.ofEpochSecond(run.times()[row]).toString();
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }

    private static String line(Object... fields) {
        return Stream.of(fields).map(Object::toString).map(Exports::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        return field.matches("(?s).*[\",\r\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
