package org.gongkai.statistics.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One organisation of the tree as counted.
 *
 * @param parent the body that it stands under today, mergers followed; absent for a root
 * @param countsAs the successor that it counts in today; absent while it counts as itself
 * @param parents its places by first day, in order; a place without {@code since} is from the beginning
 * @param children what stands right under it today; only where one organisation is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Organisation")
public record OrganisationView(
        String code,
        String name,
        Level level,
        Kind kind,
        boolean mayIssueRules,
        @Nullable String parent,
        @Nullable String countsAs,
        List<Place> parents,
        @Nullable LocalDate abolishedSince,
        @Nullable String successor,
        @Nullable String contactUnit,
        @Nullable String contactPhone,
        @Nullable String reportUrl,
        @Nullable String documentPrefix,
        @Nullable List<Child> children) {

    /** A place in the tree from a day on; without parent it is a root. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(@Nullable LocalDate since, @Nullable String parent) {}

    /** A body right under another. */
    public record Child(String code, String name, Level level, Kind kind) {}

    static OrganisationView of(Body body, TreeOfDay today, boolean withChildren) {
        Attributes attributes = body.attributes();
        String standing = today.countsAs(body.code());
        boolean counts = standing.equals(body.code());
        return new OrganisationView(
                body.code(),
                attributes.name(),
                attributes.level(),
                attributes.kind(),
                attributes.mayIssueRules(),
                counts ? today.parentOf(body.code()) : null,
                counts ? null : standing,
                body.parents().entrySet().stream().map(OrganisationView::place).toList(),
                body.abolished() == null ? null : body.abolished().since(),
                body.abolished() == null ? null : body.abolished().successor(),
                attributes.contactUnit(),
                attributes.contactPhone(),
                attributes.reportUrl(),
                attributes.documentPrefix(),
                withChildren ? children(body, today) : null);
    }

    private static Place place(Map.Entry<LocalDate, Optional<String>> place) {
        return new Place(
                place.getKey().equals(TreeChange.BEGINNING) ? null : place.getKey(),
                place.getValue().orElse(null));
    }

    private static List<Child> children(Body body, TreeOfDay today) {
        return today.childrenOf(body.code()).stream()
                .map(child -> new Child(
                        child.code(),
                        child.attributes().name(),
                        child.attributes().level(),
                        child.attributes().kind()))
                .toList();
    }
}
