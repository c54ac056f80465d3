package io.ballast.think.model.dl4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.think.model.LoadedModel;
import io.ballast.think.model.ModelDrafts;
import io.ballast.think.model.ModelRefusedException;
import io.ballast.think.model.Networks;
import io.ballast.think.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

class ModelStoreTest {
    private static final String MEMBER = "member-0.zip";

    @TempDir
    private Path root;

    private ModelStore store;
    private Path model;
    private String pinned;
    private Map<String, byte[]> good;

    @BeforeEach
    void saveAModel() throws IOException {
        store = new ModelStore(root);
        pinned = store.save(ModelDrafts.draft("tiny", 2));
        model = root.resolve("tiny");
        good = ModelZip.read(Files.readAllBytes(model.resolve(MEMBER)));
        Payload.ran = false;
    }

    @Test
    void loadsWhatItSaved() {
        LoadedModel loaded = store.load("tiny", pinned);

        assertThat(loaded.sha256()).isEqualTo(pinned);
        assertThat(loaded.members()).hasSize(2);
        assertThat(loaded.members().get(1).digest())
                .isEqualTo(Networks.SMALL.digest(Networks.parameters(Networks.SMALL, 1)));
    }

    @Test
    void savingTwiceGivesTheSameBytes() throws Exception {
        byte[] member = Files.readAllBytes(model.resolve(MEMBER));

        assertThat(store.save(ModelDrafts.draft("tiny", 2))).isEqualTo(pinned);
        assertThat(Files.readAllBytes(model.resolve(MEMBER))).isEqualTo(member);
        assertThat(store.names()).containsExactly("tiny");
        try (Stream<Path> left = Files.list(root)) {
            assertThat(left).containsExactly(model);
        }
    }

    @Test
    void refusesAnyFileWithOneByteChanged() throws Exception {
        Random random = new Random(1);
        for (String file : List.of("card.json", MEMBER, "member-1.zip")) {
            byte[] good = Files.readAllBytes(model.resolve(file));
            for (int i = 0; i < 40; i++) {
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(model.resolve(file), bad);

                assertRefused(pinned, "SHA-256");
            }
            Files.write(model.resolve(file), good);
        }
        assertThat(store.load("tiny", pinned).members()).hasSize(2);
    }

    @Test
    void filesChangedAfterLoadingDoNotMatter() throws Exception {
        LoadedModel loaded = store.load("tiny", pinned);
        float[][] rows = Networks.rows(3, Networks.SMALL.inputs(), 1);
        float[][] before = loaded.members().get(0).network().output(rows);
        Files.write(model.resolve(MEMBER), new byte[10]);
        Files.delete(model.resolve("card.json"));

        assertThat(loaded.members().get(0).network().output(rows)).isDeepEqualTo(before);
    }

    @Test
    void refusesAnotherPin() {
        assertRefused("0".repeat(64), "card has SHA-256 " + pinned + ", pinned is \"" + "0".repeat(64) + "\"");
        assertRefused("", "pinned is \"\"");
    }

    @Test
    void refusesMissingFiles() throws Exception {
        Files.delete(model.resolve(MEMBER));

        assertRefused(pinned, "no file");
        assertThatThrownBy(() -> store.load("other", pinned)).isInstanceOf(ModelRefusedException.class);
    }

    @Test
    void refusesNamesThatAreNoNames() {
        for (String name : List.of("", "..", "../tiny", "tiny/../tiny", "/etc", "Tiny", "tiny\n")) {
            assertThatThrownBy(() -> store.load(name, pinned))
                    .isInstanceOf(ModelRefusedException.class)
                    .message()
                    .doesNotContain("\n");
        }
    }

    @Test
    void refusesAJavaObjectInTheZipAndDoesNotRunIt() throws Exception {
        byte[] payload = DeserializationFilterTest.serialised(new Payload());

        for (String name : List.of("preprocessor.bin", "normalizer.bin")) {
            replaceMember(Zips.of(
                    Map.entry(name, payload),
                    Map.entry(ModelZip.CONFIGURATION, good.get(ModelZip.CONFIGURATION)),
                    Map.entry(ModelZip.COEFFICIENTS, good.get(ModelZip.COEFFICIENTS))));

            assertRefused(repinned(), MEMBER + ": entry \"" + name + "\" is not allowed in a model");
        }
        assertThat(Payload.ran).isFalse();
    }

    @Test
    void refusesPathsInTheZip() throws Exception {
        for (String name :
                List.of("../evil", "/etc/passwd", "a/configuration.json", "CONFIGURATION.JSON", "\u001b[31m")) {
            replaceMember(Zips.of(Map.entry(name, new byte[1])));

            assertRefused(repinned(), "is not allowed in a model");
        }
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(3);
        }
    }

    @Test
    void refusesAnEntryThatAppearsTwice() throws Exception {
        byte[] json = good.get(ModelZip.CONFIGURATION);
        byte[] zip = Zips.of(Map.entry(ModelZip.CONFIGURATION, json), Map.entry("configuration.jsoN", json));
        replaceMember(Zips.renamed(zip, "configuration.jsoN", ModelZip.CONFIGURATION));

        assertRefused(repinned(), "entry \"configuration.json\" appears twice");
    }

    @Test
    void refusesAZipBomb() throws Exception {
        replaceMember(Zips.of(Map.entry(ModelZip.CONFIGURATION, new byte[64 << 20])));
        assertThat(Files.size(model.resolve(MEMBER))).isLessThan(100_000);

        assertRefused(repinned(), "inflates to more than 1048576 bytes");
    }

    @Test
    void refusesAFileThatIsTooLarge() throws Exception {
        replaceMember(new byte[(8 << 20) + 1]);

        assertRefused(repinned(), "is larger than");
    }

    @Test
    void refusesWhatIsNoZip() throws Exception {
        byte[] good = Files.readAllBytes(model.resolve(MEMBER));
        for (byte[] bad : List.of(
                new byte[0],
                "a text file".getBytes(UTF_8),
                Arrays.copyOf(good, 100),
                Arrays.copyOf(good, good.length / 2))) {
            replaceMember(bad);

            assertRefused(repinned(), MEMBER + ": ");
        }
    }

    @Test
    void refusesParametersThatAreNotFinite() throws Exception {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            float[] parameters = Networks.parameters(Networks.SMALL, 0);
            parameters[100] = bad;
            replaceEntry(ModelZip.COEFFICIENTS, Coefficients.write(parameters));

            assertRefused(repinned(), MEMBER + ": parameter 100 is not finite");
        }
    }

    @Test
    void refusesParametersOfAnotherDigest() throws Exception {
        replaceEntry(ModelZip.COEFFICIENTS, Coefficients.write(Networks.parameters(Networks.SMALL, 5)));

        assertRefused(repinned(), "parameters have digest");
    }

    @Test
    void refusesTooFewOrTooManyParameters() throws Exception {
        float[] parameters = Networks.parameters(Networks.SMALL, 0);
        for (int length : new int[] {parameters.length - 1, parameters.length + 1}) {
            replaceEntry(ModelZip.COEFFICIENTS, Coefficients.write(Arrays.copyOf(parameters, length)));

            assertRefused(repinned(), parameters.length + " parameters expected");
        }
        byte[] good = Coefficients.write(parameters);
        replaceEntry(ModelZip.COEFFICIENTS, Arrays.copyOf(good, good.length + 1));
        assertRefused(repinned(), "go on after the last");
        replaceEntry(ModelZip.COEFFICIENTS, Arrays.copyOf(good, good.length - 1));
        assertRefused(repinned(), "cut short");
    }

    @Test
    void refusesAForeignClassInTheConfiguration() throws Exception {
        replaceEntry(
                ModelZip.CONFIGURATION,
                configuration()
                        .replace("org.nd4j.linalg.activations.impl.ActivationReLU", Payload.class.getName())
                        .getBytes(UTF_8));

        assertRefused(repinned(), "names a class that no model of ours has");
    }

    @Test
    void refusesAnotherActivation() throws Exception {
        replaceEntry(
                ModelZip.CONFIGURATION,
                configuration()
                        .replace("impl.ActivationReLU", "impl.ActivationIdentity")
                        .getBytes(UTF_8));

        assertRefused(repinned(), "is not dense with widths of");
    }

    @Test
    void refusesAnActivationWithOtherSettings() throws Exception {
        replaceEntry(
                ModelZip.CONFIGURATION,
                configuration()
                        .replaceFirst("\"negativeSlope\" : null", "\"negativeSlope\" : 0.5")
                        .getBytes(UTF_8));

        assertRefused(repinned(), "golden row");
    }

    @Test
    void refusesAConfigurationThatIsNoJson() throws Exception {
        replaceEntry(ModelZip.CONFIGURATION, "{".getBytes(UTF_8));
        assertRefused(repinned(), "configuration is not JSON");
        replaceEntry(ModelZip.CONFIGURATION, "{\"confs\": 3}".getBytes(UTF_8));
        assertRefused(repinned(), "the library cannot read the configuration");
    }

    @Test
    void refusesOtherFeatures() throws Exception {
        assertCardRefused(
                "\"name\" : \"turnover\"", "\"name\" : \"volume\"", "feature 0 is not turnover [share of invested]");
        assertCardRefused("\"featureHash\" : \"", "\"featureHash\" : \"0", "hash of the features");
        assertCardRefused("\"inputs\" : 33", "\"inputs\" : 32", "network has 32 inputs, not 33");
    }

    @Test
    void refusesFeaturesInAnotherOrder() throws Exception {
        String card = card();
        String fee = "\"name\" : \"fee\"";
        String gas = "\"name\" : \"gas\"";
        Files.writeString(
                model.resolve("card.json"),
                card.replace(fee, "@").replace(gas, fee).replace("@", gas));

        assertRefused(store.sha256("tiny"), "feature 1 is not fee [bps of invested]");
    }

    @Test
    void refusesAnotherVersionOfTheLibrary() throws Exception {
        assertCardRefused(
                "deeplearning4j 1.0.0-M2.1",
                "deeplearning4j 1.0.0-M3",
                "another library than deeplearning4j 1.0.0-M2.1");
        assertCardRefused("\"schema\" : 1", "\"schema\" : 2", "card has schema 2, this program reads 1");
    }

    @Test
    void refusesACardOfAnotherModel() throws Exception {
        assertCardRefused("\"name\" : \"tiny\"", "\"name\" : \"other\"", "card is of another model");
    }

    @Test
    void refusesMembersOutsideOfTheFolder() throws Exception {
        assertCardRefused(
                "\"file\" : \"member-0.zip\"", "\"file\" : \"../member-0.zip\"", "is not called member-N.zip");
    }

    @Test
    void refusesGoldenRowsThatDoNotComeOut() throws Exception {
        String card = card();
        int outputs = card.indexOf("\"outputs\"");
        int digit = card.indexOf('.', outputs) + 2;
        char other = card.charAt(digit) == '5' ? '6' : '5';
        Files.writeString(model.resolve("card.json"), card.substring(0, digit) + other + card.substring(digit + 1));

        assertRefused(store.sha256("tiny"), MEMBER + ": golden row 0 gives");
    }

    @Test
    void refusesAnEnormousNetwork() throws Exception {
        assertCardRefused("\"hidden\" : [ 8, 6 ]", "\"hidden\" : [ 4096, 4096 ]", "network is too large");
        assertCardRefused("\"hidden\" : [ 8, 6 ]", "\"hidden\" : [ 2147483647 ]", "widths from 1 to 4096");
    }

    @Test
    void plainMembersAreTheSameModel() {
        LoadedModel plain = store.loadPlain("tiny", pinned);
        LoadedModel library = store.load("tiny", pinned);

        for (int i = 0; i < 2; i++) {
            assertThat(plain.members().get(i).network().digest())
                    .isEqualTo(library.members().get(i).network().digest());
        }
    }

    private void assertCardRefused(String text, String replacement, String reason) throws IOException {
        String good = card();
        assertThat(good).contains(text);
        Files.writeString(model.resolve("card.json"), good.replace(text, replacement));
        assertRefused(store.sha256("tiny"), reason);
        Files.writeString(model.resolve("card.json"), good);
    }

    private void assertRefused(String pin, String reason) {
        assertThatThrownBy(() -> store.load("tiny", pin))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageStartingWith("model tiny refused: ")
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("\n");
    }

    private String card() throws IOException {
        return Files.readString(model.resolve("card.json"));
    }

    private String configuration() {
        return NetworkConfiguration.of(Networks.SMALL, Networks.PLAN, 0, DataType.FLOAT)
                .toJson();
    }

    /** The good file with one entry exchanged. */
    private void replaceEntry(String name, byte[] content) throws IOException {
        Map<String, byte[]> entries = new HashMap<>(good);
        entries.put(name, content);
        replaceMember(Zips.of(
                Map.entry(ModelZip.CONFIGURATION, entries.get(ModelZip.CONFIGURATION)),
                Map.entry(ModelZip.COEFFICIENTS, entries.get(ModelZip.COEFFICIENTS))));
    }

    private void replaceMember(byte[] zip) throws IOException {
        Files.write(model.resolve(MEMBER), zip);
    }

    /** An attacker who can also rewrite the card, and even the pin. */
    private String repinned() throws IOException {
        byte[] zip = Files.readAllBytes(model.resolve(MEMBER));
        String sha256 = store.card("tiny").members().get(0).sha256();
        Files.writeString(
                model.resolve("card.json"),
                card().replace(sha256, new Sha256().add(zip).hex()));
        return store.sha256("tiny");
    }
}
