package org.gongkai.report.organisation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;

/**
 * A page of bodies as statistics-service lists them.
 *
 * @param items by code
 * @param next code after which the next page begins; null on the last
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Bodies(List<Body> items, String next) {

    /** A body; {@code abolishedSince} is null while it stands. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Body(String code, String name, LocalDate abolishedSince) {

        /** Whether it reports a year: one that was abolished in it or before is its successor's. */
        public boolean reports(int year) {
            return abolishedSince == null || abolishedSince.getYear() > year;
        }
    }
}
