package org.gongkai.statistics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.statistics.access.NoRowResource;
import org.gongkai.statistics.access.Permits;
import org.junit.jupiter.api.Test;

/** House rules as tests; each rule is shown to fail on a class that breaks it. */
class HouseRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.gongkai.statistics");
    private static final JavaClasses BREAKERS =
            new ClassFileImporter().importClasses(AsksTheClock.class, NoRowResource.class);

    private static final ArchRule NO_NOW = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time is handed in: inject java.time.Clock");

    private static final ArchRule EVERY_METHOD_NAMES_ITS_ROW = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Resource")
            .and()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .beAnnotatedWith(Permits.class)
            .because("a method without a row of the access table is denied to everybody");

    private static final ArchRule THE_CORE_IS_PLAIN = noClasses()
            .that()
            .haveSimpleName("Batch")
            .or()
            .haveSimpleName("Counting")
            .or()
            .haveSimpleName("TreeOfDay")
            .or()
            .haveSimpleName("OrganisationTree")
            .or()
            .haveSimpleName("Composition")
            .or()
            .haveSimpleName("YearFlow")
            .or()
            .haveSimpleName("YearMarks")
            .or()
            .haveSimpleName("FigureLog")
            .or()
            .haveSimpleName("Moves")
            .or()
            .haveSimpleName("Budget")
            .or()
            .resideInAPackage("..fact..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "jakarta..", "io.quarkus..", "org.apache.kafka..");

    @Test
    void nobody_asks_the_machine_for_the_time() {
        NO_NOW.check(CLASSES);
        assertThrows(AssertionError.class, () -> NO_NOW.check(BREAKERS));
    }

    @Test
    void every_resource_method_names_its_row_of_the_access_table() {
        EVERY_METHOD_NAMES_ITS_ROW.check(CLASSES);
        assertThrows(AssertionError.class, () -> EVERY_METHOD_NAMES_ITS_ROW.check(BREAKERS));
    }

    @Test
    void the_core_knows_neither_database_nor_framework() {
        THE_CORE_IS_PLAIN.check(CLASSES);
        classes().that().haveSimpleName("Batch").should().bePackagePrivate().check(CLASSES);
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/gongkai"))) {
            List<Path> silent = folders.filter(Files::isDirectory)
                    .filter(HouseRulesTest::hasClasses)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertTrue(silent.isEmpty(), silent.toString());
        }
        assertFalse(hasClasses(Path.of("src/main/java/org")));
    }

    private static boolean hasClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static class AsksTheClock {
        LocalDate today() {
            return LocalDate.now();
        }
    }
}
