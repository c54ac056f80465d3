package io.ballast.lab.demo;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetOptions;
import io.ballast.lab.devnet.HistoryRecorder;
import io.ballast.lab.training.History;
import io.ballast.lab.training.Labeller;
import io.ballast.lab.training.ModelTrainer;
import io.ballast.lab.training.ModelTrainer.Source;
import io.ballast.lab.training.TrainingFile;
import io.ballast.lab.training.TrainingListener;
import io.ballast.lab.training.TrainingPlan;
import io.ballast.lab.training.TrainingResult;
import io.ballast.lab.training.TrainingSet;
import io.ballast.sense.chain.web3j.Web3jChain;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.MarketReader;
import io.ballast.sense.market.Universe;
import io.ballast.think.model.dl4j.Dl4jFitter;
import io.ballast.think.strategy.Strategy;
import io.ballast.think.strategy.StrategyFile;
import io.ballast.think.strategy.StrategyResolution;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Trains a model on histories recorded from devnets, one for each seed of the plan.
 *
 * @param cache where downloaded contracts are kept
 * @param clock tells when the model was trained
 */
public record DevnetTraining(Path cache, InstantSource clock, String codeVersion, TrainingListener listener) {
    private static final String MARKET = "devnet order flow around seeded price paths, 4 blocks per bar";
    private static final String NOTICE = "synthetic market: not evidence";
    private static final HistoryRecorder RECORDER = new HistoryRecorder(4, Duration.ofSeconds(12));
    private static final Wei TIP = Wei.ofGwei(BigDecimal.ONE);

    /**
     * Records, labels and fits.
     *
     * @throws IllegalArgumentException if the histories are too short for the plan
     */
    public TrainingResult train(TrainingFile file, StrategyFile strategy) {
        TrainingPlan plan = file.plan(strategy.timeframe());
        TrainingSet set = new TrainingSet(plan);
        for (long seed : plan.historySeeds()) {
            record(seed, plan, strategy, set);
        }
        Source source = new Source(MARKET, NOTICE, codeVersion);
        return new ModelTrainer(new Dl4jFitter(), clock, listener).train(plan, set, source);
    }

    private void record(long seed, TrainingPlan plan, StrategyFile strategy, TrainingSet set) {
        try (Devnet devnet = Devnet.start(DevnetOptions.lockStep(seed, cache))) {
            Universe universe = narrowed(devnet.addresses().universe(), strategy);
            Web3jChain chain = new Web3jChain(List.of(devnet.rpcUrl().toString()), universe.chainId());
            MarketReader reader = new MarketReader(chain, universe, Address.ZERO);
            History history = RECORDER.record(devnet.lockStep(), reader, seed, plan.bars(), plan.timeframe(), listener);
            set.add(history, labeller(strategy, universe));
        }
    }

    private static Labeller labeller(StrategyFile file, Universe universe) {
        Bps slippage = file.execution().maxSlippage();
        Strategy strategy = StrategyResolution.strategy(
                file, universe, slippage, file.execution().maxPriceImpact());
        return new Labeller(strategy.actionRules(TIP), strategy.targets(), strategy.rule());
    }

    /** What the strategy may see: its tokens and the wrapper, and the pools among them. */
    private static Universe narrowed(Universe all, StrategyFile strategy) {
        Set<String> symbols = strategy.universe().keySet().stream()
                .map(symbol -> symbol.text())
                .collect(Collectors.toSet());
        List<Token> tokens = all.tokens().stream()
                .filter(token -> symbols.contains(token.symbol()) || token.equals(all.wrapped()))
                .toList();
        List<Venue> venues = strategy.execution().venues();
        List<PoolSpec> pools = all.pools().stream()
                .filter(pool -> tokens.contains(pool.token0()) && tokens.contains(pool.token1()))
                .filter(pool -> venues.contains(pool.venue()))
                .toList();
        return new Universe(
                all.chainId(),
                tokens,
                all.cash(),
                all.wrapped(),
                pools,
                all.feeds().stream()
                        .filter(feed -> tokens.contains(feed.token()))
                        .toList(),
                all.router(),
                all.multicall());
    }
}
