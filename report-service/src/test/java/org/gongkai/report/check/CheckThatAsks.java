package org.gongkai.report.check;

import jakarta.ws.rs.core.Response;
import org.gongkai.report.statement.Statements;

/** Breaks the house rule that a check computes from the tables handed to it. */
final class CheckThatAsks {

    Response ask(Statements statements) {
        return Response.ok(statements).build();
    }
}
