package io.ballast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Sizes of files and methods, and what sources must and must not contain. */
class SourcesTest {
    private static final Path SOURCES =
            Path.of(System.getProperty("ballast.root", "")).resolve("src");
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 40;

    @Test
    void noFileIsLongerThan400Lines() {
        assertThat(sources(SOURCES))
                .allSatisfy(file -> assertThat(text(file).lines().count())
                        .as(file.toString())
                        .isLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void noMethodIsLongerThan40Lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources(SOURCES.resolve("main"))));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodLengths(unit, positions, tooLong).scan(unit, null);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItHolds() {
        Stream<Path> packages =
                sources(SOURCES.resolve("main")).stream().map(Path::getParent).distinct();

        assertThat(packages)
                .allSatisfy(folder -> assertThat(text(folder.resolve("package-info.java")))
                        .as(folder.toString())
                        .startsWith("/**")
                        .contains("@NullMarked"));
    }

    @Test
    void testsAwaitAConditionInsteadOfSleeping() {
        String sleep = "Thread." + "sleep(";

        assertThat(sources(SOURCES.resolve("test")))
                .allSatisfy(file -> assertThat(text(file)).as(file.toString()).doesNotContain(sleep));
    }

    @Test
    void nothingIsLeftToBeDone() {
        List<String> marks = List.of("TO" + "DO", "FIX" + "ME", "XX" + "X");

        assertThat(sources(SOURCES))
                .allSatisfy(file -> assertThat(text(file)).as(file.toString()).doesNotContain(marks));
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Collects the methods of one file that are too long. */
    private static final class MethodLengths extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> tooLong;

        MethodLengths(CompilationUnitTree unit, SourcePositions positions, List<String> tooLong) {
            this.unit = unit;
            this.positions = positions;
            this.tooLong = tooLong;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            LineMap lines = unit.getLineMap();
            long first = positions.getStartPosition(unit, method);
            long last = positions.getEndPosition(unit, method);
            if (first >= 0 && last >= 0) {
                long length = lines.getLineNumber(last) - lines.getLineNumber(first) + 1;
                if (length > LONGEST_METHOD) {
                    tooLong.add(unit.getSourceFile().getName() + " " + method.getName() + ": " + length + " lines");
                }
            }
            return super.visitMethod(method, null);
        }
    }
}
