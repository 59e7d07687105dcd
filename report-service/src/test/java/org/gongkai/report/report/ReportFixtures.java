package org.gongkai.report.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.report.form.Forms;
import org.gongkai.report.section.Narratives;
import org.gongkai.report.statement.Statement;

/** Reports put together without a running service. */
public final class ReportFixtures {

    private ReportFixtures() {}

    /** Of a statement and the office's texts, all of version 1. */
    public static Reports.ToFreeze toFreeze(Statement statement, Map<Integer, String> written) {
        Map<Integer, Narratives.Written> texts = new LinkedHashMap<>();
        written.forEach((number, text) -> texts.put(number, new Narratives.Written(text, 1)));
        return new Reports.ToFreeze(Assembly.assemble(Forms.FORM_2021, statement, written), texts);
    }
}
