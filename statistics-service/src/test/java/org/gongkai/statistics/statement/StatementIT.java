package org.gongkai.statistics.statement;

import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Channel;
import org.gongkai.statistics.fact.Outcome;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class StatementIT {

    private final TestJournal journal = TestJournal.running();

    @Test
    void a_statement_has_every_cell_and_derives_what_is_carried() {
        journal.record(
                Facts.registered("ST1", "CITY", "GOVERNMENT", null),
                Facts.registered("ST1-01", "CITY", "DEPARTMENT", "ST1"),
                Facts.received("ST1-01", "2020-12-31", ApplicantType.OTHER_ORG, Channel.FAX),
                Facts.received("ST1-01", "2021-01-01"),
                Facts.received("ST1", "2021-12-31"),
                Facts.decided("ST1-01", "2020-12-31", "2021-02-01", ApplicantType.OTHER_ORG, Outcome.GRANTED_PARTIAL));

        admin().queryParam("atLeast", journal.position())
                .get("/statements/ST1/2021")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .header("Gongkai-Position", matchesPattern("1(\\.[0-9a-z]+-[0-9a-z]+)+"))
                .body("complete", equalTo(true))
                .body("applications", aMapWithSize(25))
                .body("applications.NEW_RECEIVED", aMapWithSize(7))
                .body("applications.NEW_RECEIVED.TOTAL", equalTo(2))
                .body("applications.CARRIED_IN.OTHER_ORG", equalTo(1))
                .body("applications.GRANTED_PARTIAL.OTHER_ORG", equalTo(1))
                .body("applications.RESULT_TOTAL.TOTAL", equalTo(1))
                .body("applications.CARRIED_OUT.TOTAL", equalTo(2))
                .body("applications.CARRIED_OUT.OTHER_ORG", equalTo(0));
    }
}
