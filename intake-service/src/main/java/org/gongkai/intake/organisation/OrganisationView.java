package org.gongkai.intake.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/** A body as callers read it; parent is today's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganisationView(
        String code,
        String name,
        String parent,
        LocalDate parentSince,
        Level level,
        Kind kind,
        boolean mayIssueRules,
        String contactUnit,
        String contactPhone,
        String reportUrl,
        String documentPrefix,
        LocalDate abolishedSince,
        String successor) {

    static OrganisationView of(Organisation row, Placement placement) {
        return new OrganisationView(
                row.code,
                row.name,
                placement == null ? null : placement.parent,
                placement == null || placement.parent == null ? null : placement.sinceOrNull(),
                row.level,
                row.kind,
                row.mayIssueRules,
                row.contactUnit,
                row.contactPhone,
                row.reportUrl,
                row.documentPrefix,
                row.abolishedSince,
                row.successor);
    }
}
