package org.gongkai.report.access;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Parameter;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that the method does not know: a misspelt filter would answer another question. */
final class KnownParametersFilter {

    @ServerRequestFilter(priority = 10_000)
    void check(ContainerRequestContext request, ResourceInfo resource) {
        Set<String> known = new TreeSet<>();
        for (Parameter parameter : resource.getResourceMethod().getParameters()) {
            QueryParam name = parameter.getAnnotation(QueryParam.class);
            if (name != null) {
                known.add(name.value());
            }
        }
        for (String name : request.getUriInfo().getQueryParameters().keySet()) {
            if (!known.contains(name)) {
                throw new Refusal(ProblemType.INVALID_PARAMETER, name, String.join(", ", known));
            }
        }
    }
}
