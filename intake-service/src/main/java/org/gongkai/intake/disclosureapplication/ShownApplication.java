package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/**
 * One application with what stands beside it.
 *
 * @param personalDataErasedOn day on which its personal data were erased; absent while they are there
 * @param earlierCases for the body that holds the case alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownApplication(
        @JsonUnwrapped ApplicationView application, LocalDate personalDataErasedOn, EarlierCases.View earlierCases) {}
