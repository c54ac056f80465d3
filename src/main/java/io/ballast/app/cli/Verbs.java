package io.ballast.app.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;

/** All verbs, in the order of the help. */
final class Verbs {
    static final List<Class<? extends Helped>> ALL = List.of(
            DemoCommand.class,
            DevnetCommand.class,
            TradeCommand.class,
            ReconcileCommand.class,
            RepairCommand.class,
            CloseAllCommand.class,
            WithdrawCommand.class,
            BacktestCommand.class,
            LookaheadCommand.class,
            DataCommand.class,
            TrainCommand.class,
            ModelsCommand.class,
            WalletCommand.class,
            SignerCommand.class,
            CheckCommand.class,
            StatusCommand.class,
            HaltCommand.class,
            ResumeCommand.class,
            PoolCommand.class,
            VerifySimCommand.class,
            JournalCommand.class,
            ExplainCommand.class,
            ShowConfigCommand.class,
            SchemaCommand.class,
            BenchCommand.class,
            CompletionCommand.class);

    private Verbs() {}

    /** The verb that a command line begins with, alone, for a start without the others; all where it begins with none. */
    static List<Class<? extends Helped>> named(String... arguments) {
        return ALL.stream()
                .filter(verb -> arguments.length > 0 && is(verb.getAnnotation(Command.class), arguments[0]))
                .findFirst()
                .<List<Class<? extends Helped>>>map(List::of)
                .orElse(ALL);
    }

    private static boolean is(Command verb, String name) {
        return verb.name().equals(name) || Arrays.asList(verb.aliases()).contains(name);
    }
}
