package io.ballast.think.model;

import io.ballast.think.feature.Feature;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names, order and units of a scorer's inputs.
 *
 * @param version counts changes of meaning that names and units do not show
 * @param features in the order of the columns
 */
public record FeatureSet(int version, List<Feature> features) {

    public FeatureSet {
        features = List.copyOf(features);
    }

    public int size() {
        return features.size();
    }

    /** SHA-256 of version, names, units and order, lower-case hex. */
    public String hash() {
        String text = features.stream()
                .map(feature -> feature.name() + " [" + feature.unit() + "]\n")
                .collect(Collectors.joining("", "features " + version + "\n", ""));
        return new Sha256().add(text).hex();
    }
}
