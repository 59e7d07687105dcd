package org.gongkai.intake;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.persistence.Entity;
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
import org.gongkai.intake.access.Permits;
import org.junit.jupiter.api.Test;

/** House rules as tests; each rule is shown to fail on a class that breaks it. */
class HouseRulesTest {

    private static final String ALL = "org.gongkai.intake..";
    private static final String ACCESS = "org.gongkai.intake.access..";
    private static final String JOURNAL = "org.gongkai.intake.journal..";
    private static final String PROBLEM = "org.gongkai.intake.problem..";
    private static final String RELAY = "org.gongkai.intake.relay..";

    private static final JavaClasses CLASSES = main(List.of());
    /** The service with classes of the tests that point the wrong way. */
    private static final JavaClasses WITH_BREAKERS =
            main(List.of("JournalThatRelays", "BodyThatRelays", "AccessThatJournals", "EntityInTheApi"));

    private static final JavaClasses BREAKERS = new ClassFileImporter().importClasses(Breaker.class);

    private static JavaClasses main(List<String> besides) {
        ImportOption noTests = new ImportOption.DoNotIncludeTests();
        return new ClassFileImporter()
                .withImportOption(location -> noTests.includes(location)
                        || besides.stream().anyMatch(name -> location.contains("/" + name + ".class")))
                .importPackages("org.gongkai.intake");
    }

    private static void holdsAndCanFail(ArchRule rule, JavaClasses broken) {
        rule.check(CLASSES);
        assertThrows(AssertionError.class, () -> rule.check(broken));
    }

    @Test
    void nobody_asks_the_machine_for_the_time() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.gongkai.intake.OfficialTime")
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
                .should()
                .beAnnotatedWith(Permits.class)
                .because("a method without a row of the access table is denied to everybody");

        holdsAndCanFail(rule, BREAKERS);
    }

    @Test
    void no_arrow_runs_back_between_packages() {
        holdsAndCanFail(slices().matching("org.gongkai.intake.(*)..").should().beFreeOfCycles(), WITH_BREAKERS);
    }

    @Test
    void nobody_knows_the_relay_which_reads_the_journal_alone() {
        holdsAndCanFail(
                noClasses()
                        .that(resideOutsideOfPackages(RELAY))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(RELAY)
                        .because("facts are kept whether or not they can be published"),
                WITH_BREAKERS);
        classes()
                .that(resideInAPackage(RELAY))
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackages(ALL).or(resideInAPackage(RELAY)).or(resideInAPackage(JOURNAL)))
                .check(CLASSES);
    }

    @Test
    void journal_access_and_problems_know_no_record() {
        onlyKnows(PROBLEM, List.of());
        onlyKnows(ACCESS, List.of(PROBLEM));
        onlyKnows(JOURNAL, List.of(ACCESS, PROBLEM));
        assertThrows(AssertionError.class, () -> rule(ACCESS, List.of(PROBLEM)).check(WITH_BREAKERS));
    }

    private static void onlyKnows(String one, List<String> others) {
        rule(one, others).check(CLASSES);
    }

    private static ArchRule rule(String one, List<String> others) {
        return classes()
                .that(resideInAPackage(one))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages(ALL)
                        .or(resideInAPackage(one))
                        .or(JavaClass.Predicates.resideInAnyPackage(others.toArray(String[]::new))));
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
    void no_entity_stands_in_an_interface() {
        ArchRule rule = methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(haveNoEntityInTheirSignature())
                .because("domain, row and wire are three types");

        holdsAndCanFail(rule, WITH_BREAKERS);
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
        classes()
                .that()
                .areAssignableTo(Record.class)
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should(haveNoEntityAsComponent())
                .check(CLASSES);
    }

    private static ArchCondition<JavaMethod> haveNoEntityInTheirSignature() {
        return new ArchCondition<>("have no entity in their signature") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " has " + type.getName())));
            }
        };
    }

    private static ArchCondition<JavaClass> haveNoEntityAsComponent() {
        return new ArchCondition<>("have no entity as a component") {
            @Override
            public void check(JavaClass record, ConditionEvents events) {
                record.getFields().stream()
                        .flatMap(field -> field.getAllInvolvedRawTypes().stream())
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .forEach(type -> events.add(
                                SimpleConditionEvent.violated(record, record.getName() + " has " + type.getName())));
            }
        };
    }

    @Test
    void every_package_named_in_a_rule_exists() {
        for (String pattern : List.of(ALL, ACCESS, JOURNAL, PROBLEM, RELAY)) {
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
