package org.gongkai.local.demo;

import java.time.LocalDate;

/**
 * One disclosure application of the demo.
 *
 * @param body who received it
 * @param number the body's number of the case
 * @param receivedOn day of receipt
 * @param applicantType of the applicant
 * @param channel the way it came
 * @param outcome its outcome
 * @param decidedOn date of the reply
 */
public record Case(
        String body,
        String number,
        LocalDate receivedOn,
        String applicantType,
        String channel,
        String outcome,
        LocalDate decidedOn) {}
