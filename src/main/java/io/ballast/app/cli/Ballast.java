package io.ballast.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The root command. Each verb is a class of its own, listed in {@code subcommands}. */
@Command(
        name = "ballast",
        description = "An autonomous DeFi portfolio agent.",
        mixinStandardHelpOptions = true,
        versionProvider = Ballast.Version.class,
        synopsisSubcommandLabel = "VERB",
        subcommands = {})
public final class Ballast implements Runnable {

    /** Without a verb: the help. */
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Ballast()).execute(arguments));
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
