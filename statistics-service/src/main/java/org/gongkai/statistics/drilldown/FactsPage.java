package org.gongkai.statistics.drilldown;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.statistics.organisation.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A page of the facts behind a cell.
 *
 * @param sum the cell at this position: what the amounts of all pages add up to; in yuan, as a decimal string, where the
 *     cell is an amount
 * @param position the positions that the list stands at
 * @param complete false while a fact that touches the cell can't be read
 * @param lag how many facts the live counts were ahead of this list; 0 where the list stands where they do
 * @param next what to send as {@code after}; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FactsBehindACell")
public record FactsPage(
        String organisation,
        int year,
        String row,
        String column,
        Scope scope,
        @Schema(oneOf = {Long.class, String.class}) Object sum,
        String position,
        OffsetDateTime asOf,
        boolean complete,
        long lag,
        List<Item> items,
        @Nullable String next) {

    /**
     * A fact; of a stock a record that is open, with the newest fact that opened it.
     *
     * @param caseNumber number of the case or document, or the reference; absent where it has none
     * @param record one id for all facts of a case, document or dispute
     * @param day the day that counts, in Asia/Shanghai; of a period its last
     * @param amount what it adds to the cell: negative where it takes something back
     * @param fact type of the fact
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FactBehindACell")
    public record Item(
            @JsonProperty("case") @Nullable String caseNumber,
            UUID record,
            String organisation,
            String organisationName,
            LocalDate day,
            @Schema(oneOf = {Long.class, String.class}) Object amount,
            String fact,
            Place position) {}

    /** Where a fact stands in the journal. */
    @Schema(name = "PlaceInTheJournal")
    public record Place(int lane, long position) {}
}
