package io.ballast.app.cli;

import io.ballast.act.wallet.signer.SignerFile;
import io.ballast.agent.AgentFile;
import io.ballast.app.cli.jackson.Json;
import io.ballast.base.config.ConfigSchema;
import io.ballast.lab.backtest.scenario.ScenarioFile;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.training.TrainingFile;
import io.ballast.sense.market.NetworkFile;
import io.ballast.think.strategy.StrategyFile;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** JSON Schema of the files that a trader writes. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of a configuration file, for editors.",
        footer = {"", "Example:", "  ballast schema strategy"})
final class SchemaCommand extends Verb {
    @Parameters(paramLabel = "FILE", defaultValue = "agent", description = "Which file: ${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.agent;

    SchemaCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        String schema = ConfigSchema.json(kind.type);
        output.result(Json.raw(schema), List.of(schema));
        return ExitCode.DONE;
    }

    /** Files with a schema. */
    enum Kind {
        agent(AgentFile.class),
        strategy(StrategyFile.class),
        network(NetworkFile.class),
        model(TrainingFile.class),
        mapping(ImportMapping.class),
        scenario(ScenarioFile.class),
        signer(SignerFile.class);

        private final Class<? extends Record> type;

        Kind(Class<? extends Record> type) {
            this.type = type;
        }
    }
}
