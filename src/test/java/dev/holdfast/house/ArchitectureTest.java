package dev.holdfast.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The import table of the plan (docs/architecture.md), kept by a test.
class ArchitectureTest {
    private static final String HOUSE = "dev.holdfast";

    /// The core: values and functions.
    private static final List<String> CORE = List.of("secret", "observation", "diagnosis", "verdict", "incident");

    /// Each room and the rooms it may import.
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("secret", List.of()),
            Map.entry("observation", List.of()),
            Map.entry("diagnosis", List.of("observation")),
            Map.entry("verdict", List.of("diagnosis", "observation")),
            Map.entry("incident", List.of("verdict", "diagnosis", "observation")),
            Map.entry("wire", CORE),
            Map.entry("probe", List.of("observation", "secret", "wire")),
            Map.entry("schedule", List.of("observation")),
            Map.entry("store", and(CORE, "wire")),
            Map.entry("alert", and(CORE, "wire")),
            Map.entry("metrics", CORE),
            Map.entry("web", and(CORE, "wire", "store")),
            Map.entry("config", and(CORE, "probe", "schedule", "store", "alert", "web")),
            Map.entry("daemon", and(CORE, "wire", "probe", "schedule", "store", "alert", "metrics", "web", "config")),
            Map.entry("demo", and(CORE, "wire", "config", "web", "daemon", "alert", "store")),
            Map.entry(
                    "cli",
                    and(
                            CORE,
                            "wire",
                            "probe",
                            "schedule",
                            "store",
                            "alert",
                            "metrics",
                            "web",
                            "config",
                            "daemon",
                            "demo")));

    /// Each library and the only rooms that may use it.
    private static final Map<String, List<String>> ONLY_IN = Map.ofEntries(
            Map.entry("org.quartz", List.of("schedule")),
            Map.entry("io.micrometer", List.of("metrics")),
            Map.entry("io.prometheus", List.of("metrics")),
            Map.entry("io.javalin", List.of("web")),
            Map.entry("picocli", List.of("cli")),
            Map.entry("jakarta.mail", List.of("alert")),
            Map.entry("com.samskivert", List.of("alert")),
            Map.entry("org.eclipse.angus", List.of("alert")),
            Map.entry("org.sqlite", List.of("store")),
            Map.entry("org.postgresql", List.of("store")),
            Map.entry("org.jdbi", List.of("store")),
            Map.entry("org.flywaydb", List.of("store")),
            Map.entry("org.snakeyaml", List.of("config")),
            Map.entry("ch.qos.logback", List.of("daemon")),
            Map.entry("com.jayway.jsonpath", List.of("verdict")),
            Map.entry("com.google.re2j", List.of("verdict", "diagnosis", "config")),
            Map.entry("tools.jackson", List.of("wire", "config", "verdict")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    @TestFactory
    Stream<DynamicTest> everyRoomImportsOnlyWhatThePlanAllows() {
        return MAY_IMPORT.entrySet().stream()
                .map(room -> rule(room.getKey(), importsOnly(room.getKey(), room.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> everyLibraryStaysInItsRoom() {
        return ONLY_IN.entrySet().stream()
                .map(library -> rule(
                        library.getKey(),
                        noClasses()
                                .that(not(resideInAnyPackage(rooms(library.getValue()))))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(library.getKey() + "..")));
    }

    @TestFactory
    Stream<DynamicTest> theCoreIsPure() {
        return Stream.of(rule(
                "no log, clock, file, socket or thread",
                noClasses()
                        .that()
                        .resideInAnyPackage(rooms(CORE))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.slf4j..",
                                "java.util.concurrent..",
                                "java.nio.file..",
                                "java.sql..",
                                "java.net.http..")
                        .orShould()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(System.class, "nanoTime")));
    }

    @TestFactory
    Stream<DynamicTest> thereAreNoCircles() {
        return Stream.of(
                rule("rooms", slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles()));
    }

    private static ArchRule importsOnly(String room, List<String> allowed) {
        return classes()
                .that()
                .resideInAnyPackage(rooms(List.of(room)))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAnyPackage(HOUSE + "..")).or(resideInAnyPackage(rooms(and(allowed, room)))));
    }

    private static DynamicTest rule(String name, ArchRule rule) {
        return DynamicTest.dynamicTest(name, () -> rule.allowEmptyShould(true).check(CLASSES));
    }

    private static String[] rooms(List<String> names) {
        return names.stream().map(name -> HOUSE + "." + name + "..").toArray(String[]::new);
    }

    private static List<String> and(List<String> names, String... more) {
        var all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return all;
    }
}
