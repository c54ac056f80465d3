package io.ballast.agent;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.config.Key.Effect;
import io.ballast.base.config.Name;
import io.ballast.base.config.Spelled;
import io.ballast.base.units.Usd;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a trader writes about the agent itself. Relative paths start at the directory of the file. */
public record AgentFile(
        @Key(value = "Version of this form.", required = true, min = 1, max = 1)
        int schema,

        @Key(value = "paper signs nothing; canary and live do.", defaultsTo = "paper")
        Mode mode,

        @Key(value = "Names of strategies; this version runs one.", required = true)
        List<Name> strategies,

        @Key(value = "Where the strategies' files are.", defaultsTo = "../strategies")
        Path strategiesDir,

        @Key(value = "Where the networks' files are; a devnet writes its own.", defaultsTo = "networks")
        Path networksDir,

        @Key(value = "Where the models are.", defaultsTo = "../models")
        Path modelsDir,

        @Key(value = "Who trades.", required = true) AccountFile account,

        @Key(value = "How much money is at work.", required = true)
        CapitalFile capital,

        @Key(value = "How to reach the chain.", required = true)
        RpcFile rpc,

        @Key("Where prices come from.") PricesFile prices,
        @Key("What gas may cost.") GasFile gas,
        @Key("How transactions get into a block.") SendingFile execution,

        @Key("What the agent may do; 0 means that none is allowed.")
        LimitsFile limits,

        @Key("What to do about transfers that the agent did not make.")
        FlowsFile flows,

        @Key(value = "How gains are counted.", effect = Effect.NOT_YET)
        Optional<Accounting> accounting,

        @Key(value = "The journal's file.", defaultsTo = "../.ballast/journal.db")
        Path journal,

        @Key("How a running agent is halted, resumed and asked; nothing listens if it is left out.")
        Optional<ControlFile> control,

        @Key(value = "Who is told.", name = "notify", effect = Effect.SAFETY_NOT_YET)
        Optional<NotifyFile> notifications)
        implements Checked {

    /** Money at work. */
    public record CapitalFile(
            @Key(value = "Most that is ever invested; presets scale with it.", required = true)
            Usd max,

            @Key(value = "Steps of the ladder to the full amount.", effect = Effect.SAFETY_NOT_YET)
            List<Usd> ramp)
            implements Checked {
        @Override
        public void check(Check check) {
            for (int i = 0; i < ramp.size(); i++) {
                if (check.clean("max") && ramp.get(i).compareTo(max) > 0) {
                    check.problem("ramp[" + i + "]", "is more than capital.max");
                }
                if (i > 0 && ramp.get(i).compareTo(ramp.get(i - 1)) <= 0) {
                    check.problem("ramp[" + i + "]", "is not more than the step before it");
                }
            }
        }
    }

    /** Bookkeeping. */
    public record Accounting(
            @Key(value = "Order in which lots are sold.", defaultsTo = "FIFO")
            CostBasis costBasis,

            @Key(value = "Currency of the books.", defaultsTo = "USD")
            Currency currency) {}

    /** Order of lots. */
    public enum CostBasis {
        @Spelled("FIFO")
        FIFO,
        @Spelled("LIFO")
        LIFO,
        @Spelled("HIFO")
        HIFO
    }

    /** Currencies of the books. */
    public enum Currency {
        @Spelled("USD")
        USD,
        @Spelled("EUR")
        EUR,
        @Spelled("GBP")
        GBP,
        @Spelled("CHF")
        CHF
    }

    /** The same with other limits and another mode. */
    AgentFile with(LimitsFile others, Mode other) {
        return with(account, others, other);
    }

    /** The same where there is no chain. */
    AgentFile offChain() {
        return with(AccountFile.offChain(), limits, Mode.PAPER);
    }

    private AgentFile with(AccountFile owner, LimitsFile others, Mode other) {
        return new AgentFile(
                schema,
                other,
                strategies,
                strategiesDir,
                networksDir,
                modelsDir,
                owner,
                capital,
                rpc,
                prices,
                gas,
                execution,
                others,
                flows,
                accounting,
                journal,
                control,
                notifications);
    }

    @Override
    public void check(Check check) {
        if (strategies.size() != 1 && check.clean("strategies")) {
            check.problem(
                    "strategies",
                    "holds " + strategies.size() + ", expected one: this version runs one strategy for an account");
        }
    }
}
