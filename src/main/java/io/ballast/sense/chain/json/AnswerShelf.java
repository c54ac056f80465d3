package io.ballast.sense.chain.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.JsonNode;

/** Answers of a recording beside memory, in a file of its own that goes when this is closed. Used by one thread. */
final class AnswerShelf implements AutoCloseable {
    private final FileChannel channel;
    private long end;

    /** Where an answer lies. */
    record Place(long at, int length) {}

    AnswerShelf() {
        try {
            Path file = Files.createTempFile("ballast-answers-", ".json");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Place put(JsonNode answer) {
        ByteBuffer text = ByteBuffer.wrap(answer.toString().getBytes(StandardCharsets.UTF_8));
        Place place = new Place(end, text.remaining());
        try {
            while (text.hasRemaining()) {
                end += channel.write(text, end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return place;
    }

    JsonNode get(Place place) {
        ByteBuffer text = ByteBuffer.allocate(place.length());
        try {
            int read = 0;
            while (text.hasRemaining() && read >= 0) {
                read = channel.read(text, place.at() + text.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ChainJson.MAPPER.readTree(text.array());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
