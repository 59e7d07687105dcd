package org.gongkai.report;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.gongkai.embedded.testing.Database;
import org.gongkai.report.access.Permits;
import org.junit.jupiter.api.Test;

/** House rules as tests; each rule is shown to fail on a class that breaks it. */
class HouseRulesTest {

    private static final String ALL = "org.gongkai.report..";
    private static final String ACCESS = "org.gongkai.report.access..";
    private static final String CHECK = "org.gongkai.report.check..";
    private static final String FORM = "org.gongkai.report.form..";
    private static final String PROBLEM = "org.gongkai.report.problem..";
    /** What the form and its checks do without: they are data and arithmetic. */
    private static final String[] MACHINERY = {"jakarta..", "io.quarkus..", "java.sql..", "org.eclipse.microprofile.."};

    private static final JavaClasses CLASSES = main(List.of());
    /** The service with classes of the tests that point the wrong way. */
    private static final JavaClasses WITH_BREAKERS = main(List.of("CheckThatAsks", "FormThatChecks"));

    private static final JavaClasses BREAKERS = new ClassFileImporter().importClasses(Breaker.class);

    private static JavaClasses main(List<String> besides) {
        ImportOption noTests = new ImportOption.DoNotIncludeTests();
        return new ClassFileImporter()
                .withImportOption(location -> noTests.includes(location)
                        || besides.stream().anyMatch(name -> location.contains("/" + name + ".class")))
                .importPackages("org.gongkai.report");
    }

    /** Rules are about tables handed in: of figures they take quantities and codes, never a figure itself. */
    private static final List<String> KNOWN_TO_CHECKS = List.of(FORM, "org.gongkai.report.figure..");

    private static void holdsAndCanFail(ArchRule rule, JavaClasses broken) {
        rule.check(CLASSES);
        assertThrows(AssertionError.class, () -> rule.check(broken));
    }

    @Test
    void nobody_asks_the_machine_for_the_time() {
        ArchRule rule = noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Year.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callConstructor(java.util.Date.class)
                .because("time is handed in: inject java.time.Clock");

        holdsAndCanFail(rule, BREAKERS);
    }

    @Test
    void every_resource_method_names_its_row_of_the_access_table() {
        ArchRule rule = methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .and()
                .areDeclaredInClassesThat()
                .areNotInterfaces() // clients of other services
                .should()
                .beAnnotatedWith(Permits.class)
                .because("a method without a row of the access table is denied to everybody");

        holdsAndCanFail(rule, BREAKERS);
    }

    @Test
    void no_arrow_runs_back_between_packages() {
        holdsAndCanFail(slices().matching("org.gongkai.report.(*)..").should().beFreeOfCycles(), WITH_BREAKERS);
    }

    @Test
    void form_problems_and_access_know_no_other_package_and_checks_know_the_form_and_the_words_of_figures_alone() {
        onlyKnows(FORM, List.of()).check(CLASSES);
        onlyKnows(PROBLEM, List.of()).check(CLASSES);
        onlyKnows(ACCESS, List.of(PROBLEM)).check(CLASSES);
        onlyKnows(CHECK, KNOWN_TO_CHECKS).check(CLASSES);
        for (ArchRule rule : List.of(onlyKnows(FORM, List.of()), onlyKnows(CHECK, KNOWN_TO_CHECKS))) {
            assertThrows(AssertionError.class, () -> rule.check(WITH_BREAKERS));
        }
    }

    private static ArchRule onlyKnows(String one, List<String> others) {
        return classes()
                .that(resideInAPackage(one))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages(ALL)
                        .or(resideInAPackage(one))
                        .or(resideInAnyPackage(others.toArray(String[]::new))));
    }

    @Test
    void checks_are_arithmetic_without_framework_or_database() {
        holdsAndCanFail(
                noClasses().that(resideInAPackage(CHECK)).should().dependOnClassesThat(resideInAnyPackage(MACHINERY)),
                WITH_BREAKERS);
    }

    @Test
    void no_class_is_shared_with_another_part_of_gongkai() {
        holdsAndCanFail(
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.gongkai..").and(resideOutsideOfPackages(ALL)))
                        .because("each service has its own types; the contract is data"),
                BREAKERS);
    }

    @Test
    void nobody_prints_or_logs_beside_the_log() {
        holdsAndCanFail(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS, BREAKERS);
        holdsAndCanFail(GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING, BREAKERS);
    }

    @Test
    void every_package_named_in_a_rule_exists() {
        for (String pattern : List.of(ALL, ACCESS, CHECK, FORM, PROBLEM)) {
            assertTrue(CLASSES.that(resideInAPackage(pattern)).iterator().hasNext(), pattern);
        }
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/gongkai"))) {
            List<Path> silent = folders.filter(Files::isDirectory)
                    .filter(HouseRulesTest::hasClasses)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertEquals(List.of(), silent);
        }
    }

    private static boolean hasClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Breaks what a class can break by itself. */
    static class Breaker {

        private static final Logger LOG = Logger.getLogger("breaker");

        @GET
        public String withoutItsRow() {
            System.out.println(LocalDate.now());
            LOG.info("breaks");
            return "";
        }

        Database ofAnotherPart() {
            return new Database("", "", "");
        }
    }
}
