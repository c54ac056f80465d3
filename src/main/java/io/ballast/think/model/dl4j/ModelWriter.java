package io.ballast.think.model.dl4j;

import io.ballast.think.model.FeatureRows;
import io.ballast.think.model.FittedNetwork;
import io.ballast.think.model.GoldenRows;
import io.ballast.think.model.MemberCard;
import io.ballast.think.model.ModelCard;
import io.ballast.think.model.ModelDraft;
import io.ballast.think.model.PlainNetwork;
import io.ballast.think.model.Sha256;
import io.ballast.think.model.jackson.CardJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Writes a model's folder. The same draft gives the same bytes.
 *
 * @param root {@code models/}, made if it does not exist
 */
record ModelWriter(Path root) {

    /** Members first and the card last, beside the final place, then moved there in one step. */
    void write(ModelDraft draft) {
        try {
            Files.createDirectories(root);
            Path fresh = emptied(root.resolve("." + draft.name() + ".new"));
            List<MemberCard> members = new ArrayList<>();
            for (FittedNetwork network : draft.networks()) {
                members.add(writeMember(fresh, draft, network, members.size()));
            }
            Files.write(fresh.resolve(ModelStore.CARD), CardJson.write(card(draft, members)));
            replace(root.resolve(draft.name()), fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MemberCard writeMember(Path folder, ModelDraft draft, FittedNetwork network, int index)
            throws IOException {
        Nd4jRuntime.prepare();
        String configuration = NetworkConfiguration.of(
                        draft.architecture(), draft.training().fit(), network.seed(), DataType.FLOAT)
                .toJson();
        byte[] zip = ModelZip.write(configuration, Coefficients.write(network.parameters()));
        String file = "member-" + index + ".zip";
        Files.write(folder.resolve(file), zip);
        String digest = draft.architecture().digest(network.parameters());
        return new MemberCard(network.seed(), file, new Sha256().add(zip).hex(), digest);
    }

    private static ModelCard card(ModelDraft draft, List<MemberCard> members) {
        return new ModelCard(
                ModelCard.SCHEMA,
                draft.name(),
                draft.notice(),
                draft.trainedAt(),
                draft.codeVersion(),
                Nd4jRuntime.library(),
                FeatureRows.FEATURES.hash(),
                FeatureRows.FEATURES.features(),
                draft.architecture(),
                draft.standardizer(),
                draft.scoring(),
                members,
                draft.training(),
                draft.metrics(),
                draft.gate(),
                golden(draft));
    }

    private static GoldenRows golden(ModelDraft draft) {
        float[][] standardised = draft.standardizer().apply(draft.goldenInputs());
        List<float[][]> outputs = draft.networks().stream()
                .map(network -> new PlainNetwork(draft.architecture(), network.parameters()).output(standardised))
                .toList();
        return new GoldenRows(draft.goldenInputs(), outputs);
    }

    private static void replace(Path place, Path fresh) throws IOException {
        Path old = place.resolveSibling("." + place.getFileName() + ".old");
        delete(old);
        if (Files.exists(place)) {
            Files.move(place, old);
        }
        Files.move(fresh, place);
        delete(old);
    }

    private static Path emptied(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectory(folder);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
