package io.ballast.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Time, chance and I/O come in through constructors; amounts carry their unit; names are words of the domain. */
@AnalyzeClasses(packages = "io.ballast", importOptions = DoNotIncludeTests.class)
class PurityTest {
    private static final String[] PURE = {
        "io.ballast.base.units",
        "io.ballast.base.metric",
        "io.ballast.sense.dex",
        "io.ballast.think.portfolio",
        "io.ballast.think.action",
        "io.ballast.think.strategy",
        "io.ballast.act.risk",
        "io.ballast.app.cli.screen"
    };

    /** Types that hold a number without saying of what. */
    private static final Set<String> BARE =
            Set.of("double", "float", Double.class.getName(), BigInteger.class.getName());

    @ArchTest
    static final ArchRule pureCodeTouchesNoFileNetworkOrLogger = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..", "org.slf4j..")
                    .or(resideInAPackage("java.io")
                            .and(not(belongToAnyOf(java.io.Serializable.class, java.io.ObjectStreamException.class)))));

    @ArchTest
    static final ArchRule pureCodeHasNoClockAndNoChance = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(belongToAnyOf(
                    Clock.class,
                    Random.class,
                    SplittableRandom.class,
                    ThreadLocalRandom.class,
                    RandomGenerator.class,
                    UUID.class,
                    Thread.class,
                    Runtime.class))
            .orShould()
            .callMethodWhere(new DescribedPredicate<>("asks the system for anything") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().isEquivalentTo(System.class)
                            && !call.getName().equals("arraycopy");
                }
            });

    @ArchTest
    static final ArchRule unitsNeedNothingButTheJdk = classes()
            .that()
            .resideInAPackage("io.ballast.base.units")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "io.ballast.base.units", "org.jspecify..")
                    .or(new DescribedPredicate<>("are primitive") {
                        @Override
                        public boolean test(JavaClass type) {
                            return type.getBaseComponentType().isPrimitive();
                        }
                    }));

    @ArchTest
    static final ArchRule nobodyReadsTheWallClockDirectly = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule onlyWiringMakesAClock = noClasses()
            .that()
            .resideOutsideOfPackages("io.ballast.app..", "io.ballast.agent", "io.ballast.lab.demo")
            .should()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("io.ballast.app.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule onlyTheCommandLineEndsTheProcess = noClasses()
            .that()
            .resideOutsideOfPackage("io.ballast.app.cli..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule amountsCarryTheirUnitThroughAct = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(
                    resideInAnyPackage("io.ballast.act.risk", "io.ballast.act.execution..", "io.ballast.act.wallet"))
            .should(new ArchCondition<>("have no bare number as an amount") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean bare = Stream.concat(
                                    Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                            .anyMatch(type -> BARE.contains(type.getName()));
                    if (bare && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has a bare number"));
                    }
                }
            });

    @ArchTest
    static final ArchRule namesAreWordsOfTheDomain =
            noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl)(\\$.*)?");
}
