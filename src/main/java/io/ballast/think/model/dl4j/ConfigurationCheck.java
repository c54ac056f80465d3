package io.ballast.think.model.dl4j;

import io.ballast.think.model.Architecture;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code configuration.json}. The library makes an object of whatever class the text names, so the names are compared with a list
 * before the library sees the text.
 */
final class ConfigurationCheck {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String CLASS = "@class";

    private static final Set<String> KNOWN = Set.of(
            "org.deeplearning4j.nn.conf.layers.DenseLayer",
            "org.deeplearning4j.nn.conf.layers.OutputLayer",
            "org.deeplearning4j.nn.weights.WeightInitXavier",
            "org.nd4j.linalg.activations.impl.ActivationIdentity",
            "org.nd4j.linalg.activations.impl.ActivationReLU",
            "org.nd4j.linalg.learning.config.Adam",
            "org.nd4j.linalg.learning.regularization.L2Regularization",
            "org.nd4j.linalg.schedule.FixedSchedule",
            ActionScoreLoss.class.getName());

    private ConfigurationCheck() {}

    /**
     * @throws IllegalArgumentException if the text names an unknown class, or does not describe the architecture
     */
    static MultiLayerConfiguration read(byte[] json, Architecture architecture) {
        try {
            checkClasses(MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("configuration is not JSON", e);
        }
        MultiLayerConfiguration configuration = parse(new String(json, StandardCharsets.UTF_8));
        checkShape(configuration, architecture);
        return configuration;
    }

    private static MultiLayerConfiguration parse(String json) {
        try {
            return MultiLayerConfiguration.fromJson(json);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the library cannot read the configuration", e);
        }
    }

    private static void checkClasses(JsonNode node) {
        node.properties().forEach(property -> {
            if (property.getKey().startsWith("@")) {
                checkClass(property.getKey(), property.getValue());
            }
            checkClasses(property.getValue());
        });
        if (node.isArray()) {
            node.forEach(ConfigurationCheck::checkClasses);
        }
    }

    private static void checkClass(String key, JsonNode value) {
        if (!key.equals(CLASS) || !value.isString() || !KNOWN.contains(value.stringValue())) {
            throw new IllegalArgumentException("configuration names a class that no model of ours has");
        }
    }

    private static void checkShape(MultiLayerConfiguration configuration, Architecture architecture) {
        int[] widths = architecture.widths();
        List<Layer> layers =
                configuration.getConfs().stream().map(conf -> conf.getLayer()).toList();
        if (layers.size() != widths.length - 1) {
            throw new IllegalArgumentException(
                    "configuration has " + layers.size() + " layers, card says " + (widths.length - 1));
        }
        for (int i = 0; i < layers.size(); i++) {
            boolean last = i == layers.size() - 1;
            if (!fits(layers.get(i), widths[i], widths[i + 1], last)) {
                throw new IllegalArgumentException(
                        "layer " + i + " of the configuration is not dense with widths of " + Arrays.toString(widths));
            }
        }
    }

    private static boolean fits(Layer layer, int in, int out, boolean last) {
        Class<? extends Layer> type = last ? OutputLayer.class : DenseLayer.class;
        Class<? extends IActivation> activation = last ? ActivationIdentity.class : ActivationReLU.class;
        return layer.getClass() == type
                && ((FeedForwardLayer) layer).getNIn() == in
                && ((FeedForwardLayer) layer).getNOut() == out
                && ((BaseLayer) layer).getActivationFn().getClass() == activation;
    }
}
