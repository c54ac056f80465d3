package io.ballast.think.model.dl4j;

import io.ballast.think.model.Architecture;
import io.ballast.think.model.GoldenRows;
import io.ballast.think.model.Member;
import io.ballast.think.model.MemberCard;
import io.ballast.think.model.ModelCard;
import io.ballast.think.model.Network;
import io.ballast.think.model.PlainNetwork;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * Makes a network of a member's file, whose SHA-256 has been checked: zip entries, parameters, digest, configuration, golden rows, in
 * this order.
 *
 * @param index of the member in the card
 */
record MemberLoader(ModelCard card, int index) {

    /**
     * @param plain whether to return the plain Java network instead of the library's; both are checked
     * @throws IllegalArgumentException with the reason if the file is refused
     */
    Member load(byte[] file, boolean plain) {
        Map<String, byte[]> entries = ModelZip.read(file);
        Architecture architecture = card.architecture();
        float[] parameters = Coefficients.read(entry(entries, ModelZip.COEFFICIENTS), architecture.parameters());
        MemberCard member = card.members().get(index);
        if (!architecture.digest(parameters).equals(member.digest())) {
            throw new IllegalArgumentException(
                    "parameters have digest " + architecture.digest(parameters) + ", card says " + member.digest());
        }
        Network reference = new PlainNetwork(architecture, parameters);
        checkGolden(reference, "plain Java");
        MultiLayerConfiguration configuration =
                ConfigurationCheck.read(entry(entries, ModelZip.CONFIGURATION), architecture);
        Network network = new Dl4jNetwork(architecture, configuration, parameters);
        checkGolden(network, card.library());
        if (plain) {
            network.close();
        }
        return new Member(member.seed(), member.digest(), plain ? reference : network);
    }

    private void checkGolden(Network network, String engine) {
        float[][] expected = card.golden().outputs().get(index);
        float[][] actual =
                network.output(card.standardizer().apply(card.golden().inputs()));
        for (int row = 0; row < expected.length; row++) {
            for (int i = 0; i < expected[row].length; i++) {
                float scale = Math.max(1, Math.abs(expected[row][i]));
                // Written so that not a number fails.
                if (!(Math.abs(actual[row][i] - expected[row][i]) <= GoldenRows.TOLERANCE * scale)) {
                    throw new IllegalArgumentException("golden row " + row + " gives " + actual[row][i] + " in "
                            + engine + ", card says " + expected[row][i]);
                }
            }
        }
    }

    private static byte[] entry(Map<String, byte[]> entries, String name) {
        byte[] content = entries.get(name);
        if (content == null) {
            throw new IllegalArgumentException("no entry " + name);
        }
        return content;
    }
}
