package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A step as callers read it.
 *
 * @param number in the order of entry; names it in {@code DELETE /applications/{id}/steps/{number}}
 * @param step what was sent, masked unless the caller's body holds the case
 * @param timely whether it kept its limit; absent where it has none or that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepView(int number, @JsonUnwrapped StepBody step, Boolean timely) {

    static StepView of(KeptStep step, boolean readable) {
        return new StepView(step.number(), readable ? step.body() : step.body().masked(), step.timely());
    }
}
