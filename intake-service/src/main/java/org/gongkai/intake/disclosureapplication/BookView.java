package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gongkai.intake.lifecycle.StepType;

/**
 * The desk's book of a case (条例 article 45), read off its steps: of several entries of a kind the newest by its day. What is
 * personal is masked unless the caller's body holds the case.
 *
 * @param handler who is in charge now: the one whom the newest assignment names, or nobody where that names a unit alone; of
 *     a case that was never assigned the one whom its registration names
 * @param assignment 交办: to which unit, and whom there
 * @param secrecyReview 保密审查 (article 17)
 * @param approval 审核签发
 * @param service 送达: when and how
 * @param archive 归档: when and under which number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookView(
        String handler,
        StepView assignment,
        StepView secrecyReview,
        StepView approval,
        StepView service,
        StepView archive) {

    /** Null where nothing is entered beside the registration. */
    static BookView of(WholeCase whole, boolean readable) {
        StepView assignment = entry(whole, StepType.ASSIGNED, readable);
        String registered = whole.application().content().handler();
        BookView book = new BookView(
                assignment == null
                        ? readable ? registered : ApplicationView.masked(registered)
                        : assignment.step().handler(),
                assignment,
                entry(whole, StepType.SECRECY_REVIEWED, readable),
                entry(whole, StepType.APPROVED, readable),
                entry(whole, StepType.SERVED, readable),
                entry(whole, StepType.ARCHIVED, readable));
        return book.isEmpty() ? null : book;
    }

    private static StepView entry(WholeCase whole, StepType type, boolean readable) {
        KeptStep newest = whole.newest(type);
        return newest == null ? null : StepView.of(newest, readable);
    }

    private boolean isEmpty() {
        return assignment == null && secrecyReview == null && approval == null && service == null && archive == null;
    }
}
