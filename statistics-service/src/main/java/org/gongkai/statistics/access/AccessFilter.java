package org.gongkai.statistics.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
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
        Permits permits = resource.getResourceMethod().getAnnotation(Permits.class);
        if (permits == null) {
            throw Refused.with(Problem.ROLE_NOT_ALLOWED, "—");
        }
        Operation operation = permits.value();
        if (operation.roles().stream().noneMatch(role -> identity.hasRole(role.group()))) {
            throw Refused.with(Problem.ROLE_NOT_ALLOWED, operation.groups());
        }
        Object claim = token.getClaim(CLAIM);
        String root = claim == null ? "" : claim.toString();
        if (root.isBlank() || operation.reach() == Reach.EVERYTHING && !root.equals(Grant.EVERYTHING)) {
            throw Refused.with(Problem.OUTSIDE_SUBTREE, Grant.EVERYTHING);
        }
        caller.is(new Grant(root, Instant.ofEpochSecond(token.getExpirationTime())));
    }
}
