package org.gongkai.intake.disclosureapplication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.intake.lifecycle.StepType;

/** The fields of a step beside its type, day and note, and the kinds of step that each belongs to. */
enum StepField {
    RESPOND_BY("respondBy", StepBody::respondBy),
    UNTIL("until", StepBody::until),
    PARTY("party", StepBody::party),
    ORGAN("organ", StepBody::organ),
    DELIVERED_ON("deliveredOn", StepBody::deliveredOn),
    JOINTLY_MADE("jointlyMade", StepBody::jointlyMade),
    CONSENTS("consents", StepBody::consents),
    WORKING_DAYS("workingDays", StepBody::workingDays),
    APPROVED_BY("approvedBy", StepBody::approvedBy),
    NOTIFIED_ON("notifiedOn", StepBody::notifiedOn),
    NOTICE_RECEIVED_ON("noticeReceivedOn", StepBody::noticeReceivedOn),
    AMOUNT_YUAN("amountYuan", StepBody::amountYuan),
    ITEMS("items", StepBody::items),
    PAGES("pages", StepBody::pages),
    OFFICE("office", StepBody::office),
    HANDLER("handler", StepBody::handler),
    REVIEWED_BY("reviewedBy", StepBody::reviewedBy),
    RESULT("result", StepBody::result),
    HOW("how", StepBody::how),
    ARCHIVE_NUMBER("archiveNumber", StepBody::archiveNumber);

    /** Of each kind of step: what it must say. */
    private static final Map<StepType, List<StepField>> REQUIRED = new EnumMap<>(Map.ofEntries(
            Map.entry(StepType.CORRECTION_REQUESTED, List.of(RESPOND_BY)),
            Map.entry(StepType.REASON_REQUESTED, List.of(RESPOND_BY)),
            Map.entry(StepType.DELAY_SET, List.of(UNTIL)),
            Map.entry(StepType.THIRD_PARTY_CONSULTED, List.of(PARTY)),
            Map.entry(StepType.THIRD_PARTY_REPLIED, List.of(PARTY, CONSENTS)),
            Map.entry(StepType.ORGAN_CONSULTED, List.of(ORGAN, JOINTLY_MADE)),
            Map.entry(StepType.ORGAN_REPLIED, List.of(ORGAN)),
            Map.entry(StepType.EXTENDED, List.of(WORKING_DAYS)),
            Map.entry(StepType.FEE_PAID, List.of(AMOUNT_YUAN)),
            Map.entry(StepType.ASSIGNED, List.of(OFFICE)),
            Map.entry(StepType.SECRECY_REVIEWED, List.of(REVIEWED_BY, RESULT)),
            Map.entry(StepType.APPROVED, List.of(APPROVED_BY))));

    /** Of each kind of step: what it may say besides. */
    private static final Map<StepType, List<StepField>> OPTIONAL = new EnumMap<>(Map.of(
            StepType.THIRD_PARTY_CONSULTED, List.of(DELIVERED_ON),
            StepType.ORGAN_CONSULTED, List.of(DELIVERED_ON),
            StepType.EXTENDED, List.of(APPROVED_BY, NOTIFIED_ON),
            StepType.FEE_NOTICED, List.of(NOTICE_RECEIVED_ON, AMOUNT_YUAN, ITEMS, PAGES),
            StepType.ASSIGNED, List.of(HANDLER),
            StepType.SERVED, List.of(HOW),
            StepType.ARCHIVED, List.of(ARCHIVE_NUMBER)));

    private final String field;
    private final Function<StepBody, Object> value;

    StepField(String field, Function<StepBody, Object> value) {
        this.field = field;
        this.value = value;
    }

    /** Its name in the body. */
    String field() {
        return field;
    }

    boolean givenIn(StepBody body) {
        return value.apply(body) != null;
    }

    static List<StepField> required(StepType type) {
        return REQUIRED.getOrDefault(type, List.of());
    }

    /** All that a kind of step may say, what it must say first. */
    static List<StepField> of(StepType type) {
        List<StepField> fields = new ArrayList<>(required(type));
        fields.addAll(OPTIONAL.getOrDefault(type, List.of()));
        return fields;
    }
}
