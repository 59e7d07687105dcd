package org.gongkai.report.report;

import java.time.LocalDate;
import java.util.Optional;

/** Reports that were published: what the check of deadlines looks at. */
public interface PublishedReports {

    /** The day on which a body's report of a year was published first; empty where nobody said that it was. */
    Optional<LocalDate> firstPublishedOn(String organisation, int year);
}
