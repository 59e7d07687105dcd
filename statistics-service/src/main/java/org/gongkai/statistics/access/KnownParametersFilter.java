package org.gongkai.statistics.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.statistics.problem.Refused;

/** Refuses a query parameter that the method does not have: a misspelt one would silently answer something else. */
@Provider
@Priority(Priorities.USER)
public class KnownParametersFilter implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext call) {
        TreeSet<String> known = Arrays.stream(resource.getResourceMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .map(KnownParametersFilter::name)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String sent : call.getUriInfo().getQueryParameters().keySet()) {
            if (!known.contains(sent)) {
                throw known.isEmpty()
                        ? Refused.parameter(sent, "parameter.none")
                        : Refused.parameter(sent, "parameter.unknown", String.join(", ", known));
            }
        }
    }

    private static String name(Parameter parameter) {
        return parameter.getAnnotation(QueryParam.class).value();
    }
}
