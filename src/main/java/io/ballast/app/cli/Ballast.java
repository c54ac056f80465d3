package io.ballast.app.cli;

import io.ballast.base.units.Address;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The root command. Each verb is a class of its own, see {@link Verbs}. */
@Command(
        name = "ballast",
        description = "An autonomous DeFi portfolio agent.",
        versionProvider = Ballast.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {
            "",
            "Example:",
            "  ballast demo",
            "",
            "Exit codes: 0 done, 1 failed, 2 bad usage or configuration, 3 refused or halted, 130 interrupted.",
            "Environment: BALLAST_HOME (caches, default ~/.ballast), BALLAST_DEBUG=1 (stack traces), NO_COLOR."
        })
public final class Ballast extends Helped implements Runnable {
    private static final int HELP_WIDTH = 100;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Without a verb: the help. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String[] arguments) {
        Environment environment = Environment.ofProcess();
        // A library that prints would otherwise break the one document on standard output.
        System.setOut(System.err);
        System.exit(run(environment, arguments));
    }

    /** Runs one command line to its exit code; an {@link Error} ends it like any failure. */
    @SuppressWarnings("CatchingUnchecked") // the last line of defence: no stack trace for the trader
    static int run(Environment environment, String... arguments) {
        try {
            return commandLine(environment, Verbs.named(arguments)).execute(arguments);
        } catch (Throwable e) {
            return new Mistakes(environment).handle(e, false);
        }
    }

    /** The whole tree of verbs. */
    static CommandLine commandLine(Environment environment) {
        return commandLine(environment, Verbs.ALL);
    }

    private static CommandLine commandLine(Environment environment, List<Class<? extends Helped>> verbs) {
        Mistakes mistakes = new Mistakes(environment);
        CommandLine root = new CommandLine(new Ballast(), new VerbFactory(environment));
        verbs.forEach(root::addSubcommand);
        return root.registerConverter(Address.class, Ballast::address)
                .setOut(environment.console().outWriter())
                .setErr(environment.console().errWriter())
                .setColorScheme(Help.defaultColorScheme(environment.terminal().colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler(mistakes)
                .setExecutionExceptionHandler(mistakes);
    }

    private static Address address(String text) {
        try {
            return Address.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** The version of the jar, and of the Java that runs it. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Ballast.class.getPackage().getImplementationVersion();
            return new String[] {
                "ballast " + (version == null ? "(not packaged)" : version),
                "Java " + System.getProperty("java.version")
            };
        }
    }
}
