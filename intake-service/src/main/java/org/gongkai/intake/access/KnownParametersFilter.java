package org.gongkai.intake.access;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the method does not know: a misspelt filter would answer another question. Likewise a NUL in
 * a parameter or path: no record has one, and no database can be asked for it.
 */
final class KnownParametersFilter {

    /** Names by method: to ask the method for them at every call is a good part of the call. */
    private final Map<Method, Set<String>> parameters = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = 10_000)
    void check(ContainerRequestContext request, ResourceInfo resource) {
        Set<String> known = parameters.computeIfAbsent(resource.getResourceMethod(), KnownParametersFilter::known);
        if (hasNul(request.getUriInfo().getPathParameters())) {
            throw new Refusal(ProblemType.NOT_FOUND);
        }
        for (String name : request.getUriInfo().getQueryParameters().keySet()) {
            if (!known.contains(name)) {
                throw new Refusal(ProblemType.INVALID_PARAMETER, name, String.join(", ", known));
            }
        }
        if (hasNul(request.getUriInfo().getQueryParameters())) {
            throw new Refusal(ProblemType.INVALID_PARAMETER, "%00", String.join(", ", known));
        }
    }

    private static Set<String> known(Method method) {
        Set<String> known = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam name = parameter.getAnnotation(QueryParam.class);
            if (name != null) {
                known.add(name.value());
            }
        }
        return known;
    }

    private static boolean hasNul(MultivaluedMap<String, String> parameters) {
        return parameters.values().stream().flatMap(List::stream).anyMatch(value -> value.indexOf('\0') >= 0);
    }
}
