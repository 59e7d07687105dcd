package org.gongkai.statistics.fact;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the contract {@code docs/contracts/facts/v1}: all fact types that this service knows stand in one table. */
public final class FactReader {

    private static final Map<String, Function<FactData, Fact>> TYPES = table();

    private FactReader() {}

    private static Map<String, Function<FactData, Fact>> table() {
        Map<String, Function<FactData, Fact>> types = new HashMap<>();
        types.put("org.gongkai.OrganisationRegistered.v1", OrganisationRegistered::read);
        types.put("org.gongkai.OrganisationChanged.v1", OrganisationChanged::read);
        types.put("org.gongkai.OrganisationMoved.v1", OrganisationMoved::read);
        types.put("org.gongkai.OrganisationAbolished.v1", OrganisationAbolished::read);
        types.put("org.gongkai.ApplicationArrived.v1", ApplicationArrived::read);
        types.put("org.gongkai.ApplicationReceived.v1", ApplicationReceived::read);
        types.put("org.gongkai.ApplicationDecided.v1", ApplicationDecided::read);
        types.put("org.gongkai.ApplicationReclassified.v1", ApplicationReclassified::read);
        types.put("org.gongkai.OutcomeRetracted.v1", OutcomeRetracted::read);
        types.put("org.gongkai.ApplicationVoided.v1", ApplicationVoided::read);
        types.put("org.gongkai.DeadlineMoved.v1", DeadlineMoved::read);
        putRecord(types, "ItemsPublished", ItemsPublished::read);
        putRecord(types, "NormativeDocumentIssued", NormativeDocumentIssued::read);
        putRecord(types, "NormativeDocumentEnded", NormativeDocumentEnded::read);
        putRecord(types, "AdministrativeDecisionsReported", AdministrativeDecisionsReported::read);
        putRecord(types, "AdministrativeFeesReported", AdministrativeFeesReported::read);
        putRecord(types, "ProcessingFeeCollected", ProcessingFeeCollected::read);
        putRecord(types, "DisputeFiled", DisputeFiled::read);
        putRecord(types, "DisputeConcluded", DisputeConcluded::read);
        putRecord(types, "DisputeAppealed", DisputeAppealed::read);
        putRecord(types, "IndicatorReported", IndicatorReported::read);
        types.put("org.gongkai.YearConfirmed.v1", YearConfirmed::read);
        types.put("org.gongkai.YearConfirmedRetracted.v1", YearConfirmedRetracted::read);
        return Map.copyOf(types);
    }

    /** The three facts that a kind of record has. */
    private static void putRecord(
            Map<String, Function<FactData, Fact>> types, String name, Function<FactData, Content> content) {
        types.put("org.gongkai." + name + ".v1", Recorded.reader(content));
        types.put("org.gongkai." + name + "Amended.v1", Amended.reader(content));
        types.put("org.gongkai." + name + "Retracted.v1", Retracted.reader(content));
    }

    /** The CloudEvents types that can be read. */
    public static Set<String> types() {
        return TYPES.keySet();
    }

    /** Whether an unread fact of this type could change who is a member of whom, and so touch every statement. */
    public static boolean concernsTheTree(@Nullable String type) {
        return type == null || type.startsWith("org.gongkai.Organisation");
    }

    /**
     * Reads one fact.
     *
     * @param type CloudEvents type; null where the header is missing
     * @param subject organisation that the delivery names; null where the header is missing
     * @param value JSON of the fact's data
     */
    public static Reading read(@Nullable String type, @Nullable String subject, byte @Nullable [] value) {
        if (type == null) {
            return new Reading.Unreadable("header ce_type: missing");
        }
        if (subject == null) {
            return new Reading.Unreadable("header ce_subject: missing");
        }
        Function<FactData, Fact> reader = TYPES.get(type);
        if (reader == null) {
            return new Reading.Unreadable("header ce_type: unknown type or version");
        }
        if (value == null || value.length == 0) {
            return new Reading.Unreadable("value: missing");
        }
        try {
            FactData data = FactData.parse(value);
            Fact fact = reader.apply(data);
            // Cells are disjoint by lane only while a fact counts for the organisation whose lane it came in.
            return fact.organisation().equals(subject)
                    ? new Reading.Readable(fact, () -> About.read(data))
                    : new Reading.Unreadable("value: names another organisation than header ce_subject");
        } catch (FactData.CannotRead because) {
            return new Reading.Unreadable(because.getMessage());
        } catch (IOException notJson) {
            return new Reading.Unreadable("value: not JSON");
        }
    }
}
