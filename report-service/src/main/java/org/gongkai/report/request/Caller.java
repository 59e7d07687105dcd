package org.gongkai.report.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;

/** Who calls, as the token says it. */
@RequestScoped
public class Caller {

    @Inject
    JsonWebToken token;

    /**
     * The name under which something is kept: {@code sub}, or the principal's name.
     *
     * @throws Refusal 401 where the token names nobody: nothing is kept without a name
     */
    public String name() {
        String name = token.getSubject() == null ? token.getName() : token.getSubject();
        if (name == null || name.isBlank()) {
            throw new Refusal(ProblemType.UNAUTHENTICATED).header("WWW-Authenticate", "Bearer");
        }
        return name;
    }
}
