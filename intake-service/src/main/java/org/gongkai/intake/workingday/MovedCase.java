package org.gongkai.intake.workingday;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An open application whose due day a change of the calendar moved.
 *
 * @param id of the application
 * @param organisation the body that holds it
 * @param caseNumber its own number
 * @param from the due day before; absent where none was known
 * @param to the due day now; absent where none is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MovedCase(UUID id, String organisation, String caseNumber, LocalDate from, LocalDate to) {}
