package io.ballast.think.model.dl4j;

import io.ballast.think.feature.Feature;
import io.ballast.think.model.Architecture;
import io.ballast.think.model.FeatureRows;
import io.ballast.think.model.FeatureSet;
import io.ballast.think.model.GoldenRows;
import io.ballast.think.model.MemberCard;
import io.ballast.think.model.ModelCard;
import io.ballast.think.model.ModelRefusedException;
import io.ballast.think.model.Network;
import io.ballast.think.model.jackson.CardJson;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a card describes a model that this program can use. */
final class CardCheck {
    private static final Pattern FILE = Pattern.compile("member-[0-9]{1,2}\\.zip");
    private static final int MAX_MEMBERS = 32;
    private static final int MAX_PARAMETERS = 1 << 20;

    private final String name;
    private final ModelCard card;

    private CardCheck(String name, ModelCard card) {
        this.name = name;
        this.card = card;
    }

    static ModelCard read(String name, byte[] json) {
        try {
            return CardJson.read(json);
        } catch (IllegalArgumentException e) {
            throw new ModelRefusedException(name, "card: " + e.getMessage(), e);
        }
    }

    /** @throws ModelRefusedException with the first thing that does not fit */
    static void check(String name, ModelCard card) {
        CardCheck check = new CardCheck(name, card);
        check.origin();
        check.features();
        check.members();
        check.shapes();
    }

    private void origin() {
        require(
                card.schema() == ModelCard.SCHEMA,
                "card has schema " + card.schema() + ", this program reads " + ModelCard.SCHEMA);
        require(card.name().equals(name), "card is of another model");
        require(
                card.library().equals(Nd4jRuntime.library()),
                "card is for another library than " + Nd4jRuntime.library());
    }

    private void features() {
        FeatureSet expected = FeatureRows.FEATURES;
        List<Feature> features = card.features();
        require(features.size() == expected.size(), features.size() + " features, this program has " + expected.size());
        for (int i = 0; i < expected.size(); i++) {
            Feature feature = expected.features().get(i);
            require(
                    features.get(i).equals(feature),
                    "feature " + i + " is not " + feature.name() + " [" + feature.unit() + "]");
        }
        require(card.featureHash().equals(expected.hash()), "hash of the features is not " + expected.hash());
    }

    private void members() {
        List<MemberCard> members = card.members();
        require(
                !members.isEmpty() && members.size() <= MAX_MEMBERS,
                "1 to " + MAX_MEMBERS + " members, not " + members.size());
        require(
                members.stream().allMatch(member -> FILE.matcher(member.file()).matches()),
                "a member's file is not called member-N.zip");
        require(
                members.stream().map(MemberCard::file).distinct().count() == members.size(),
                "two members share a file");
    }

    private void shapes() {
        Architecture architecture = card.architecture();
        int columns = FeatureRows.FEATURES.size();
        require(architecture.inputs() == columns, "network has " + architecture.inputs() + " inputs, not " + columns);
        require(architecture.parameters() <= MAX_PARAMETERS, "network is too large");
        require(card.standardizer().means().length == columns, "standardiser is not " + columns + " columns wide");
        GoldenRows golden = card.golden();
        require(golden.outputs().size() == card.members().size(), "golden rows are not one set for each member");
        require(is(golden.inputs(), columns), "golden inputs are not 16 × " + columns);
        require(golden.outputs().stream().allMatch(out -> is(out, Network.OUTPUTS)), "golden outputs are not 16 × 4");
    }

    private static boolean is(float[][] rows, int columns) {
        return rows.length == GoldenRows.ROWS && Arrays.stream(rows).allMatch(row -> row.length == columns);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ModelRefusedException(name, otherwise);
        }
    }
}
