package io.ballast.think.model.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.think.model.Architecture;
import io.ballast.think.model.Networks;
import io.ballast.think.model.PlainNetwork;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class Dl4jNetworkTest {
    private final Architecture architecture = new Architecture(33, new int[] {64, 32}, 0.05);
    private final float[] parameters = Networks.parameters(architecture, 7);
    private final MultiLayerConfiguration configuration =
            NetworkConfiguration.of(architecture, Networks.PLAN, 7, DataType.FLOAT);

    @BeforeAll
    static void startNativeCode() {
        Nd4jRuntime.prepare();
    }

    @Test
    void agreesWithPlainJava() {
        float[][] rows = Networks.rows(64, 33, 1);
        float[][] plain = new PlainNetwork(architecture, parameters).output(rows);
        try (Dl4jNetwork network = new Dl4jNetwork(architecture, configuration, parameters)) {
            float[][] library = network.output(rows);

            for (int row = 0; row < rows.length; row++) {
                assertThat(library[row]).containsExactly(plain[row], within(1e-5f));
            }
            assertThat(network.digest()).isEqualTo(new PlainNetwork(architecture, parameters).digest());
        }
    }

    @Test
    void oneRowIsScoredAsAmongMany() {
        float[][] rows = Networks.rows(16, 33, 1);
        try (Dl4jNetwork network = new Dl4jNetwork(architecture, configuration, parameters)) {
            float[] alone = network.output(new float[][] {rows[3]})[0];

            assertThat(network.output(rows)[3]).containsExactly(alone, within(1e-5f));
        }
    }

    @Test
    void refusesParametersOfAnotherShape() {
        assertThatThrownBy(() -> new Dl4jNetwork(architecture, configuration, Arrays.copyOf(parameters, 100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file has 100");
    }

    @Test
    void ourFilesAreFilesOfTheLibrary() throws Exception {
        byte[] file = ModelZip.write(configuration.toJson(), Coefficients.write(parameters));

        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(file), false);

        assertThat(restored.params().data().asFloat()).containsExactly(parameters);
        OutputLayer output = (OutputLayer) restored.getLayer(2).conf().getLayer();
        assertThat(((ActionScoreLoss) output.getLossFn()).getTemperature()).isEqualTo(0.05);
    }
}
