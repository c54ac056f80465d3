package io.ballast.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rooms and packages depend only on what stands to their left, and each technology stays in its leaf. */
@AnalyzeClasses(packages = "io.ballast", importOptions = DoNotIncludeTests.class)
class RoomsTest {
    /** Where each technology may appear: names of leaf packages. */
    private static final Map<String, Set<String>> LEAVES = Map.ofEntries(
            Map.entry("org.web3j.", Set.of("web3j")),
            // The library under web3j's keys: its scrypt takes bytes, which can be wiped.
            Map.entry("org.bouncycastle.", Set.of("web3j")),
            Map.entry("okhttp3.", Set.of("web3j")),
            Map.entry("okio.", Set.of("web3j")),
            Map.entry("org.deeplearning4j.", Set.of("dl4j")),
            Map.entry("org.nd4j.", Set.of("dl4j")),
            Map.entry("org.bytedeco.", Set.of("dl4j")),
            Map.entry("org.quartz.", Set.of("quartz")),
            Map.entry("java.sql.", Set.of("sqlite", "duckdb")),
            Map.entry("org.duckdb.", Set.of("duckdb")),
            Map.entry("org.sqlite.", Set.of("sqlite")),
            Map.entry("org.snakeyaml.", Set.of("yaml")),
            Map.entry("me.tongfei.", Set.of("progressbar")),
            // JSON is what nodes, anvil, model cards and keystores speak.
            Map.entry("tools.jackson.", Set.of("jackson", "json", "web3j", "anvil", "dl4j")));

    private static final List<String> EVERYWHERE = List.of(
            "java.",
            // Of the JDK: bytes that a thread allocates.
            "com.sun.management.",
            "javax.crypto.",
            "javax.net.",
            "io.ballast.",
            "org.slf4j.",
            "org.jspecify.",
            "dev.failsafe.",
            "com.fasterxml.jackson.annotation.");

    @ArchTest
    static final ArchRule everyClassHasARoom = classes()
            .should(new ArchCondition<JavaClass>("be in a package of the house") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (House.packageOf(type).isEmpty()) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no known package"));
                    }
                }
            });

    @ArchTest
    static final ArchRule dependOnlyOnWhatStandsToTheLeft = classes()
            .should(new EachDependency("depend only on packages to their left") {
                @Override
                boolean allowed(Dependency dependency) {
                    Optional<Integer> from = House.position(dependency.getOriginClass());
                    Optional<Integer> to = House.position(element(dependency.getTargetClass()));
                    return from.isEmpty() || to.isEmpty() || to.get() <= from.get();
                }
            });

    @ArchTest
    static final ArchRule keepEachTechnologyInItsLeaf = classes()
            .should(new EachDependency("use a technology only in the leaf named after it") {
                @Override
                boolean allowed(Dependency dependency) {
                    return mayUse(
                            dependency.getOriginClass(),
                            element(dependency.getTargetClass()).getName());
                }
            });

    @ArchTest
    static final ArchRule haveNoCycles =
            slices().matching("io.ballast.(**)").should().beFreeOfCycles();

    private static boolean mayUse(JavaClass user, String used) {
        for (Map.Entry<String, Set<String>> technology : LEAVES.entrySet()) {
            if (used.startsWith(technology.getKey())) {
                return technology.getValue().contains(House.leafOf(user));
            }
        }
        if (used.startsWith("picocli.")) {
            return user.getPackageName().equals("io.ballast.app.cli");
        }
        return !used.contains(".") || EVERYWHERE.stream().anyMatch(used::startsWith);
    }

    private static JavaClass element(JavaClass type) {
        return type.getBaseComponentType();
    }

    /** Checks the dependencies of a class one by one. */
    private abstract static class EachDependency extends ArchCondition<JavaClass> {

        EachDependency(String description) {
            super(description);
        }

        abstract boolean allowed(Dependency dependency);

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> !allowed(dependency))
                    .forEach(dependency ->
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
        }
    }
}
