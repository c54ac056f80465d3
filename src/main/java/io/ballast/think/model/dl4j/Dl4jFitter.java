package io.ballast.think.model.dl4j;

import io.ballast.think.model.Architecture;
import io.ballast.think.model.DecisionRows;
import io.ballast.think.model.FitPlan;
import io.ballast.think.model.FittedNetwork;
import io.ballast.think.model.NetworkFitter;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;

/** Fits with Adam on batches of whole decisions, and keeps the parameters that did best on the validation fold. Thread-safe. */
public final class Dl4jFitter implements NetworkFitter {

    @Override
    public FittedNetwork fit(
            Architecture architecture,
            FitPlan plan,
            long seed,
            List<DecisionRows> train,
            List<DecisionRows> validation) {
        Nd4jRuntime.prepare();
        MultiLayerNetwork net =
                new MultiLayerNetwork(NetworkConfiguration.of(architecture, plan, seed, DataType.FLOAT));
        net.init();
        Batches batches = new Batches(train, plan.batch(), new Random(seed));
        ValidationLook look = new ValidationLook(validation);
        try {
            return fit(net, plan, seed, batches, look);
        } finally {
            net.params().close();
        }
    }

    private static FittedNetwork fit(
            MultiLayerNetwork net, FitPlan plan, long seed, Batches batches, ValidationLook look) {
        FittedNetwork best = new FittedNetwork(seed, Dl4jNetwork.parameters(net), 0, 0, look.objective(net));
        int done = 0;
        int fruitless = 0;
        while (done < plan.steps() && fruitless < plan.patience()) {
            int until = Math.min(done + plan.checkEvery(), plan.steps());
            for (; done < until; done++) {
                batches.next().fit(net);
            }
            double objective = look.objective(net);
            boolean better = objective > best.validation();
            fruitless = better ? 0 : fruitless + 1;
            best = better ? new FittedNetwork(seed, Dl4jNetwork.parameters(net), done, done, objective) : best;
        }
        return new FittedNetwork(seed, best.parameters(), best.bestStep(), done, best.validation());
    }
}
