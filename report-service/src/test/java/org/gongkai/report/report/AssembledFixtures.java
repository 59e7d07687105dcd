package org.gongkai.report.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.gongkai.report.form.Forms;
import org.gongkai.report.statement.Statement;
import org.gongkai.report.statement.StatementFixtures;

/** Reports put together, for the tests of the formats. */
public final class AssembledFixtures {

    private AssembledFixtures() {}

    /** Qingyang 2021 with a text of the office in section five. */
    public static ReportFormat.Assembled qingyang() {
        return of(StatementFixtures.qingyang(), "一是公开力度有待加大。\n二是解读质量有待提升。");
    }

    /** The same figures under another name. */
    public static ReportFormat.Assembled named(String name) {
        ObjectNode statement = StatementFixtures.qingyangJson().put("name", name);
        return of(StatementFixtures.of(statement), "一是公开力度有待加大。");
    }

    /** Qingyang 2021 with that text in section five. */
    public static ReportFormat.Assembled of(Statement statement, String problems) {
        return Assembly.assemble(Forms.FORM_2021, statement, Map.of(5, problems));
    }
}
