package org.gongkai.intake.lifecycle;

import java.time.LocalDate;

/**
 * How a case ended.
 *
 * @param outcome one of the 21
 * @param decidedOn date of the reply
 * @param elsewhere whether it was handled in another system, so that its steps are not known here
 */
public record Decision(Outcome outcome, LocalDate decidedOn, boolean elsewhere) {}
