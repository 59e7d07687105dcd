package org.gongkai.statistics.trail;

import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/** An installation that keeps no trail says so, and counts as ever. */
@QuarkusTest
@TestProfile(NoTrailIT.WithoutTrail.class)
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(value = StatisticsTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class NoTrailIT {

    private final TestJournal journal = TestJournal.running();

    /** Keeps none. */
    public static class WithoutTrail implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gongkai.trail.enabled", "false");
        }
    }

    @Test
    void without_a_trail_counts_go_on_and_what_needs_it_is_refused() {
        journal.record(Facts.registered("NT", "CITY", "GOVERNMENT", null), Facts.received("NT", "2021-03-04"));
        admin().queryParam("atLeast", journal.position())
                .get("/statements/NT/2021")
                .then()
                .statusCode(200)
                .body("applications.NEW_RECEIVED.TOTAL", equalTo(1));

        admin().get("/progress").then().body("$", not(hasKey("trail")));
        for (String path : new String[] {"?asOf=1", "/facts?row=NEW_RECEIVED&column=TOTAL"}) {
            admin().get("/statements/NT/2021" + path)
                    .then()
                    .statusCode(501)
                    .body("type", equalTo("urn:gongkai:problem:trail-not-kept"));
        }
    }
}
