package org.gongkai.intake.importing.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gongkai.intake.importing.vocabulary.Vocabulary.RecordWords;
import org.gongkai.intake.problem.Refusal;

/**
 * A line of a body.
 *
 * @param number of the file's line, from 1; in a workbook rows are counted on from sheet to sheet
 * @param place sheet and row of a workbook, else null
 * @param record what it is to record; null where it is refused
 * @param fields its fields, with codes in the place of labels; null where it is refused
 * @param refusal why it cannot be read, else null
 */
public record Line(long number, String place, RecordWords record, ObjectNode fields, Refusal refusal) {

    static Line refused(long number, String place, Refusal refusal) {
        return new Line(number, place, null, null, refusal);
    }
}
