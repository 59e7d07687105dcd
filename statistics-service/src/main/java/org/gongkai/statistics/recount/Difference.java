package org.gongkai.statistics.recount;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something that the live counts say otherwise than the recount.
 *
 * @param measure absent where it is not a cell: then it is the confirmation of a year, or an organisation of the tree
 * @param live what the live counts say; absent: nothing
 * @param recounted what the facts say; absent: nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
        String organisation,
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable String measure,
        @Nullable String category,
        @Nullable String applicantType,
        @Nullable String live,
        @Nullable String recounted) {}
