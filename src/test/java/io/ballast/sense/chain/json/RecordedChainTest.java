package io.ballast.sense.chain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.HeadFeed;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.chain.Receipt;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedChainTest {
    private static final Address ACCOUNT = new Address("0x" + "1a".repeat(20));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.250Z");
    private static final EthCall CALL =
            new EthCall(ACCOUNT, ACCOUNT, Bytes.parse("0x1234"), Map.of(ACCOUNT, Bytes.parse("0x60")));
    private static final LogQuery QUERY = new LogQuery(1, 2, List.of(ACCOUNT), List.of(hash(7)));
    private static final Receipt RECEIPT = new Receipt(
            hash(9),
            true,
            2,
            hash(2),
            3,
            50_000,
            Wei.of(7),
            Wei.ZERO,
            List.of(new LogEntry(ACCOUNT, List.of(hash(7)), Bytes.parse("0xff"), 2, hash(2), hash(9), 5)));

    @TempDir
    private Path folder;

    private final Deque<Object> answers = new ArrayDeque<>();
    private Path file;
    private ChainRecorder recorder;
    private ChainReader live;

    private static Hash32 hash(int number) {
        return new Hash32("0x" + String.format(Locale.ROOT, "%064x", number));
    }

    private static BlockHeader header(int number) {
        BlockRef ref = new BlockRef(number, hash(number), hash(number - 1), Instant.ofEpochSecond(1_000 + number));
        return new BlockHeader(ref, Wei.of(11), 5, 10);
    }

    @BeforeEach
    void begin() {
        file = folder.resolve("answers.jsonl.gz");
        recorder = new ChainRecorder(file, () -> NOON);
        live = recorder.reader((ChainReader) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ChainReader.class}, (self, method, arguments) -> {
                    Object answer = answers.remove();
                    if (answer instanceof ChainException failure) {
                        throw failure;
                    }
                    return answer;
                }));
    }

    private <T> T asked(T answer, Supplier<T> question) {
        answers.add(answer);
        T given = question.get();
        assertThat(given).isEqualTo(answer);
        return given;
    }

    private RecordedChain ended() {
        recorder.end();
        return new RecordedChain(new ChainRecording(file));
    }

    @Test
    void answersEveryKindOfQuestionAsTheChainDid() {
        List<CallResult> results = List.of(
                new CallResult.Returned(Bytes.parse("0xabcd")), new CallResult.Reverted(Bytes.EMPTY, "no \"room\""));
        List<LogEntry> logs = RECEIPT.logs();
        asked(header(1), live::head);
        asked(31_337L, live::chainId);
        asked(Optional.of(header(1)), () -> live.header(hash(1)));
        asked(Optional.<BlockHeader>empty(), () -> live.header(hash(3)));
        asked(List.of(header(0)), () -> live.headers(List.of(0L)));
        asked(results, () -> live.call(hash(1), List.of(CALL)));
        asked(logs, () -> live.logs(QUERY));
        asked(Optional.of(RECEIPT), () -> live.receipt(hash(9)));
        asked(Wei.of(5), () -> live.balance(hash(1), ACCOUNT));

        RecordedChain chain = ended();

        assertThat(chain.instant()).isEqualTo(NOON);
        assertThat(chain.reader().head()).isEqualTo(header(1));
        assertThat(chain.reader().chainId()).isEqualTo(31_337);
        assertThat(chain.reader().header(hash(1))).contains(header(1));
        assertThat(chain.reader().header(hash(3))).isEmpty();
        assertThat(chain.reader().headers(List.of(0L))).containsExactly(header(0));
        assertThat(chain.reader().call(hash(1), List.of(CALL))).isEqualTo(results);
        assertThat(chain.reader().logs(QUERY)).isEqualTo(logs);
        assertThat(chain.reader().receipt(hash(9))).contains(RECEIPT);
        assertThat(chain.reader().balance(hash(1), ACCOUNT)).isEqualTo(Wei.of(5));
        assertThat(new ChainRecording(file).receipts()).containsExactly(RECEIPT);
    }

    @Test
    void answersNothingThatWasNotAskedAndNothingBeforeItsTime() {
        asked(header(1), live::head);
        asked(3L, () -> live.minedNonce(ACCOUNT));
        asked(header(2), live::head);
        asked(4L, () -> live.minedNonce(ACCOUNT));
        asked(Optional.of(RECEIPT), () -> live.receipt(hash(9)));

        RecordedChain chain = ended();

        assertThat(chain.reader().minedNonce(ACCOUNT)).isEqualTo(3);
        assertThatThrownBy(() -> chain.reader().receipt(hash(9)))
                .isInstanceOf(ChainException.class)
                .hasMessageContaining("the recording has no answer at block 1/");
        assertThatThrownBy(() -> chain.reader().code(hash(1), ACCOUNT)).isInstanceOf(ChainException.class);
        assertThat(chain.awaitChange(header(1).ref(), Duration.ZERO)).contains(header(2));
        assertThat(chain.reader().minedNonce(ACCOUNT)).isEqualTo(4);
        assertThat(chain.reader().receipt(hash(9))).contains(RECEIPT);
        assertThatThrownBy(() -> chain.awaitChange(header(2).ref(), Duration.ZERO))
                .isInstanceOf(ChainException.class);
        assertThatThrownBy(() -> chain.toBlock(3)).isInstanceOf(ChainException.class);
    }

    @Test
    void failsWhereTheChainFailedAndBeginsDecisionsWhereTheyBegan() {
        asked(header(1), live::head);
        answers.add(new ChainException(ChainException.Kind.REFUSED, "too many results"));
        assertThatThrownBy(() -> live.logs(QUERY)).isInstanceOf(ChainException.class);
        HeadFeed heads = recorder.heads((known, timeout) -> Optional.of(header(2)));
        heads.awaitChange(header(1).ref(), Duration.ofSeconds(1));
        recorder.cycle();
        asked(header(4), live::head);

        RecordedChain chain = ended();

        assertThatThrownBy(() -> chain.reader().logs(QUERY))
                .isInstanceOfSatisfying(
                        ChainException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ChainException.Kind.REFUSED))
                .hasMessage("too many results");
        chain.toDecision(0);
        assertThat(chain.head()).isEqualTo(header(4));
    }

    @Test
    void aRecordingThatWasCutOffOrChangedIsRefused() throws IOException {
        asked(header(1), live::head);
        asked(Wei.of(5), () -> live.balance(hash(1), ACCOUNT));
        recorder.end();
        String text;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> lines = Arrays.asList(text.split("\n"));

        write(lines.subList(0, lines.size() - 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChainRecording(file))
                .withMessageStartingWith("the recording was not ended: ");
        write(lines.stream()
                .map(line -> line.replace("\"a\":\"5\"", "\"a\":\"6\""))
                .toList());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChainRecording(file))
                .withMessageStartingWith("is not what was recorded as 0x");
    }

    @Test
    void aRunThatWasKilledLeavesWhatLedToItsLastDecisionAndIsRefused() throws IOException {
        asked(header(1), live::head);
        for (int i = 0; i < 100; i++) {
            asked(List.of(header(i)), () -> live.headers(List.of(7L)));
        }
        recorder.cycle();
        byte[] written = Files.readAllBytes(file);
        asked(header(2), live::head);
        recorder.close();

        Files.write(file, written);

        assertThat(linesUntilItBreaksOff()).isEqualTo(102);
        for (int bytes : List.of(written.length, written.length / 2, 3, 0)) {
            Files.write(file, Arrays.copyOf(written, bytes));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ChainRecording(file))
                    .withMessage(
                            "the recording was not ended: its run was killed or failed, and what is there is not the"
                                    + " whole of it");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ChainRecording.receipts(file))
                    .withMessageStartingWith("the recording was not ended: ");
        }
    }

    private int linesUntilItBreaksOff() throws IOException {
        int lines = 0;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                lines += next == '\n' ? 1 : 0;
            }
        } catch (EOFException end) {
            return lines;
        }
        throw new AssertionError("a file that was ended");
    }

    @Test
    void anotherFileIsNoRecording() throws IOException {
        Files.writeString(file, "{\"sha256\": 1}\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChainRecording(file))
                .withMessageStartingWith("is no recording, or was damaged: ");

        write(List.of("block 1", "block 2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChainRecording(file))
                .withMessageStartingWith("is no recording, or was damaged: ");
    }

    private void write(List<String> lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
