package org.gongkai.report.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One check of one row or column.
 *
 * @param rule R1 to R5
 * @param citation where the rule is from
 * @param severity whether it blocks
 * @param verdict what it came to
 * @param left the one side, or null
 * @param right the other side, or null
 * @param delta left − right, or null
 * @param cells the cells that it speaks of, {@code applications.ROW.COLUMN}
 * @param members bodies that came or went and carry their closing with them, where the rule speaks of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        String rule,
        String citation,
        Severity severity,
        Verdict verdict,
        Long left,
        Long right,
        Long delta,
        List<String> cells,
        List<String> members) {}
