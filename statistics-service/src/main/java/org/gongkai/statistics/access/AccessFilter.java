package org.gongkai.statistics.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;

/** Holds every call to the table of {@link Operation}. Doubt denies: a method that names no row is for nobody. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class AccessFilter implements ContainerRequestFilter {

    private static final String CLAIM = "organisation";

    @Context
    ResourceInfo resource;

    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final Caller caller;

    AccessFilter(SecurityIdentity identity, JsonWebToken token, Caller caller) {
        this.identity = identity;
        this.token = token;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext call) {
        if (identity.isAnonymous()) {
            throw Refused.with(Problem.UNAUTHENTICATED);
        }
        Allowed allowed = resource.getResourceMethod().getAnnotation(Allowed.class);
        Reach reach = allowed == null
                ? Reach.NOTHING
                : identity.getRoles().stream()
                        .flatMap(group -> Role.of(group).stream())
                        .map(allowed.value()::reachOf)
                        .max(Comparator.naturalOrder())
                        .orElse(Reach.NOTHING);
        if (reach == Reach.NOTHING) {
            throw Refused.with(Problem.ROLE_NOT_ALLOWED);
        }
        Object root = token.getClaim(CLAIM);
        caller.is(reach, root == null ? null : root.toString());
    }
}
