package org.gongkai.report.audit;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A report that is handed in.
 *
 * @param form edition of the form; where it is left out, that whose rows and columns the tables have, by the year where both
 *     have them
 * @param year that it reports on
 * @param tables row or block, then column, to what stands in the cell; what is blank is null or left out
 * @param previous the report of the year before
 * @param publishedOn the day of its publication
 * @param reporter what the body is
 */
@Schema(name = "HandedIn")
record HandedIn(
        @Schema(enumeration = {"2021", "2019"}) String form,
        @Schema(type = SchemaType.INTEGER, example = "2021") JsonNode year,

        @Schema(
                type = SchemaType.OBJECT,
                required = true,
                description = "proactive, applications, disputes: row or block, column, number; amounts in 万元",
                example = "{\"disputes\": {\"REVIEW\": {\"UPHELD\": 1, \"TOTAL\": 1}}}")
        JsonNode tables,

        Previous previous,
        @Schema(type = SchemaType.STRING, format = "date") JsonNode publishedOn,
        Reporter reporter) {

    /** The report of the year before; its form may be another. */
    @Schema(name = "HandedInPrevious")
    record Previous(
            @Schema(enumeration = {"2021", "2019"}) String form,

            @Schema(type = SchemaType.OBJECT, required = true)
            JsonNode tables) {}

    /**
     * The body that reports; what is left out is not known.
     *
     * @param government whether it is a people's government
     * @param mayIssueRules whether it, or a body below it, may issue 规章
     */
    @Schema(name = "HandedInReporter")
    record Reporter(Boolean government, Boolean mayIssueRules) {}
}
