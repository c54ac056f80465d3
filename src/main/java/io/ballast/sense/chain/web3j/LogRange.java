package io.ballast.sense.chain.web3j;

import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Fetches the events of a range, in as many pieces as the node's limits make necessary. */
final class LogRange {
    // How nodes and providers say that a range holds too much.
    private static final Pattern TOO_MUCH = Pattern.compile(
            "more than \\d+ (results|logs)|(block )?range|too (large|many|wide|big)|response size|max(imum)? results"
                    + "|exceeds? max|limit exceeded|at most \\d+ blocks|query timeout");
    private static final Pattern RATE =
            Pattern.compile("rate.?limit|per second|too many requests|request (count|limit)");
    private final JsonRpc rpc;
    private final LogQuery query;

    LogRange(JsonRpc rpc, LogQuery query) {
        this.rpc = rpc;
        this.query = query;
    }

    List<LogEntry> fetch() {
        List<LogEntry> all = new ArrayList<>();
        LogSpan span = rpc.logSpan();
        long from = query.fromBlock();
        while (from <= query.toBlock()) {
            long count = Math.min(span.most(), query.toBlock() - from + 1);
            long to = from + count - 1;
            Optional<List<LogEntry>> piece = piece(from, to);
            if (piece.isPresent()) {
                all.addAll(piece.get());
                span.accepted(count);
                from = to + 1;
            } else {
                span.refused(count);
            }
        }
        return List.copyOf(all);
    }

    /** Empty if the node finds the range too large; a single block that is too large is an error. */
    private Optional<List<LogEntry>> piece(long from, long to) {
        LogQuery part = query.over(from, to);
        // A node that lags answers with the events it has and says nothing of the blocks it lacks.
        List<RpcAnswer> answers = rpc.ask(List.of(Logs.request(part), Headers.byNumber(to)));
        if (from < to && answers.getFirst() instanceof RpcAnswer.Failure failure && isTooMuch(failure)) {
            return Optional.empty();
        }
        JsonNode logs = Results.present(rpc, "eth_getLogs", answers.getFirst());
        Headers.atNumber(rpc, to, Results.any(rpc, "eth_getBlockByNumber", answers.getLast()));
        return Optional.of(Logs.answering(part, logs));
    }

    private static boolean isTooMuch(RpcAnswer.Failure failure) {
        String text = failure.message().toLowerCase(Locale.ROOT);
        return TOO_MUCH.matcher(text).find() && !RATE.matcher(text).find();
    }
}
