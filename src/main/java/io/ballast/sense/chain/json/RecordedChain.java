package io.ballast.sense.chain.json;

import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.HeadFeed;
import io.ballast.sense.chain.json.ChainRecording.Answer;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A chain that answers what was recorded and nothing else. It stands at one of the recorded heads and goes on to the next when
 * somebody waits, or where it is sent. Used by one thread.
 */
public final class RecordedChain implements HeadFeed, InstantSource {
    /** What changes with the head; everything else names the block or blocks it is about. */
    private static final Set<String> MOVING = Set.of("receipt", "knows", "minedNonce", "undisputedNonce", "usedBy");

    private final ChainRecording recording;
    private final ChainReader reader;
    private int at;

    public RecordedChain(ChainRecording recording) {
        this.recording = recording;
        this.reader = (ChainReader) Proxy.newProxyInstance(
                ChainReader.class.getClassLoader(),
                new Class<?>[] {ChainReader.class},
                (self, method, arguments) -> method.getDeclaringClass() == ChainReader.class
                        ? answer(method, arguments)
                        : method.invoke(recording, arguments));
    }

    /** Throws {@link ChainException} for every question that was not recorded by now. */
    public ChainReader reader() {
        return reader;
    }

    /** The time at which the present head was first seen. */
    @Override
    public Instant instant() {
        return recording.heads().get(at).seen();
    }

    /** Where it stands. */
    public BlockHeader head() {
        return recording.heads().get(at).header();
    }

    /** Goes on to the head at which a recorded decision began, unless it has gone further. */
    public void toDecision(int number) {
        at = Math.max(at, recording.cycles().get(number));
    }

    /**
     * Goes on to the first head that is not below a block.
     *
     * @throws ChainException if none was recorded
     */
    public void toBlock(long number) {
        while (head().ref().number() < number) {
            at = next().orElseThrow(() -> unanswered("a head at block " + number));
        }
    }

    private Optional<Integer> next() {
        return at + 1 < recording.heads().size() ? Optional.of(at + 1) : Optional.empty();
    }

    /** Never late: the next recorded head is there at once. */
    @Override
    public Optional<BlockHeader> awaitChange(BlockRef known, Duration timeout) {
        if (head().ref().equals(known)) {
            at = next().orElseThrow(() -> unanswered("a head after " + known));
        }
        return Optional.of(head());
    }

    private Object answer(Method method, Object @Nullable [] arguments) {
        if (method.getName().equals("head")) {
            return head();
        }
        JsonNode question = ChainJson.question(arguments);
        Answer found = find(method.getName(), question);
        JsonNode text = recording.text(found);
        if (found.failed()) {
            throw new ChainException(
                    ChainException.Kind.valueOf(text.get("kind").asString()),
                    text.get("message").asString());
        }
        return ChainJson.read(text, method);
    }

    private Answer find(String method, JsonNode question) {
        List<Answer> all = recording.answers(ChainRecording.key(method, question));
        return all.stream()
                .filter(answer -> answer.stretch() <= at)
                .reduce((earlier, later) -> later)
                .or(() -> MOVING.contains(method)
                        ? Optional.empty()
                        : all.stream().findFirst())
                .orElseThrow(() -> unanswered(method));
    }

    private ChainException unanswered(String what) {
        return new ChainException(
                ChainException.Kind.UNAVAILABLE,
                "the recording has no answer at block " + head().ref() + " to: " + what);
    }
}
