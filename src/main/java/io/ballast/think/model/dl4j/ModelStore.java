package io.ballast.think.model.dl4j;

import io.ballast.think.model.LoadedModel;
import io.ballast.think.model.Member;
import io.ballast.think.model.MemberCard;
import io.ballast.think.model.ModelCard;
import io.ballast.think.model.ModelDraft;
import io.ballast.think.model.ModelRefusedException;
import io.ballast.think.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of models, and the only way to load one. A file is parsed only after its SHA-256 was found in the card, and the card only
 * counts if its own SHA-256 is the one that the caller pinned. Thread-safe for reading.
 */
public final class ModelStore {
    static final String CARD = "card.json";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int MAX_CARD = 4 << 20;

    private final Path root;

    /** @param root {@code models/}; need not exist yet */
    public ModelStore(Path root) {
        this.root = root;
    }

    /** Names of all folders with a card, sorted. */
    public List<String> names() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve(CARD)))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The card alone, for people; nothing vouches for it. */
    public ModelCard card(String name) {
        return CardCheck.read(name, bytes(name, CARD, MAX_CARD));
    }

    /** SHA-256 of the card's file, lower-case hex: what a strategy pins. */
    public String sha256(String name) {
        return new Sha256().add(bytes(name, CARD, MAX_CARD)).hex();
    }

    /**
     * Loads a model for Deeplearning4j.
     *
     * @param pinned SHA-256 of the card, from the strategy
     * @throws ModelRefusedException if anything at all is not as it should be
     */
    public LoadedModel load(String name, String pinned) {
        return load(name, pinned, false);
    }

    /** As {@link #load}, with members in plain Java; a reference to compare with. */
    public LoadedModel loadPlain(String name, String pinned) {
        return load(name, pinned, true);
    }

    /**
     * Writes a model in place of an older one of the same name, then loads it once.
     *
     * @return SHA-256 of its card
     */
    public String save(ModelDraft draft) {
        checkName(draft.name());
        new ModelWriter(root).write(draft);
        String sha256 = sha256(draft.name());
        load(draft.name(), sha256).members().forEach(member -> member.network().close());
        return sha256;
    }

    private LoadedModel load(String name, String pinned, boolean plain) {
        byte[] json = bytes(name, CARD, MAX_CARD);
        String sha256 = new Sha256().add(json).hex();
        if (!sha256.equals(pinned)) {
            throw new ModelRefusedException(name, "card has SHA-256 " + sha256 + ", pinned is " + printable(pinned));
        }
        ModelCard card = CardCheck.read(name, json);
        CardCheck.check(name, card);
        List<byte[]> files =
                card.members().stream().map(member -> pinnedFile(name, member)).toList();
        Nd4jRuntime.prepare();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            members.add(member(name, card, i, files.get(i), plain));
        }
        return new LoadedModel(card, sha256, members);
    }

    private static Member member(String name, ModelCard card, int index, byte[] file, boolean plain) {
        MemberCard member = card.members().get(index);
        try {
            return new MemberLoader(card, index).load(file, plain);
        } catch (IllegalArgumentException e) {
            throw new ModelRefusedException(name, member.file() + ": " + e.getMessage(), e);
        }
    }

    private byte[] pinnedFile(String name, MemberCard member) {
        byte[] file = bytes(name, member.file(), ModelZip.MAX_FILE);
        String sha256 = new Sha256().add(file).hex();
        if (!sha256.equals(member.sha256())) {
            throw new ModelRefusedException(
                    name, member.file() + " has SHA-256 " + sha256 + ", card says " + member.sha256());
        }
        return file;
    }

    private byte[] bytes(String name, String file, int largest) {
        checkName(name);
        Path path = root.resolve(name).resolve(file);
        try {
            if (!Files.isRegularFile(path)) {
                throw new ModelRefusedException(name, "no file " + path);
            }
            if (Files.size(path) > largest) {
                throw new ModelRefusedException(name, file + " is larger than " + largest + " bytes");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new ModelRefusedException(name, "cannot read " + path, e);
        }
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ModelRefusedException(
                    printable(name), "a name has 1 to 64 lower-case letters, digits and hyphens");
        }
    }

    private static String printable(String text) {
        String clipped = text.length() <= 64 ? text : text.substring(0, 64) + "...";
        return "\"" + clipped.replaceAll("[^ -~]", "?") + "\"";
    }
}
