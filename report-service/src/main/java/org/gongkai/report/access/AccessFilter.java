package org.gongkai.report.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks the access table before a resource method runs; in doubt it denies. */
final class AccessFilter {

    private static final String ORGANISATION_CLAIM = "organisation";

    @Inject
    CurrentIdentityAssociation identities;

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        SecurityIdentity identity = identities.getIdentity();
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new Refusal(ProblemType.UNAUTHENTICATED).header("WWW-Authenticate", "Bearer");
        }
        Permits permits = resource.getResourceMethod().getAnnotation(Permits.class);
        if (permits == null) {
            throw new Refusal(ProblemType.ROLE_NOT_ALLOWED, "—");
        }
        if (permits.value().roles().stream().noneMatch(role -> identity.hasRole(role.group()))) {
            throw new Refusal(ProblemType.ROLE_NOT_ALLOWED, permits.value().groups());
        }
        Object claim = token.getClaim(ORGANISATION_CLAIM);
        if (claim == null || claim.toString().isBlank()) {
            throw new Refusal(ProblemType.OUTSIDE_SUBTREE);
        }
    }
}
