package io.ballast.app.cli.check;

import io.ballast.agent.AgentConfiguration;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs every check there is on a configuration that loads. Nothing is signed. */
public final class Checkup {
    private final AgentConfiguration config;
    private final NodeProbe probe;
    private final InstantSource clock;

    public Checkup(AgentConfiguration config, NodeProbe probe, InstantSource clock) {
        this.config = config;
        this.probe = probe;
        this.clock = clock;
    }

    /** In the order in which one rests on the other. */
    public List<CheckLine> run() {
        List<CheckLine> lines = new ArrayList<>();
        lines.add(CheckLine.ok(
                "config",
                config.strategy().name() + " on " + config.network().file().name() + ", "
                        + config.settings().mode().name().toLowerCase(java.util.Locale.ROOT) + ", digest "
                        + config.digest().substring(0, 16)));
        lines.add(BudgetCheck.line(config));
        NodeCheck.Found nodes = new NodeCheck(probe, config, clock).run();
        lines.addAll(nodes.lines());
        nodes.answering().stream().findFirst().ifPresent(chain -> onChain(chain, lines));
        lines.addAll(new ArithmeticCheck(config).lines());
        lines.addAll(new LocalCheck(config, clock).lines());
        return lines;
    }

    private void onChain(ChainReader chain, List<CheckLine> lines) {
        ContractCheck contracts = new ContractCheck(chain, config);
        AccountCheck account = new AccountCheck(chain, config);
        TokenCheck tokens = new TokenCheck(chain, config);
        Stream.<Supplier<List<CheckLine>>>of(contracts::lines, tokens::lines, account::lines)
                .map(Checkup::attempt)
                .forEach(lines::addAll);
    }

    private static List<CheckLine> attempt(Supplier<List<CheckLine>> check) {
        try {
            return check.get();
        } catch (ChainException e) {
            String found = e.getMessage() == null ? e.kind().name() : e.getMessage();
            return List.of(CheckLine.fail("chain", found, "try again, or correct the network file"));
        }
    }
}
