package org.gongkai.intake.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks the access table before a resource method runs; in doubt it denies. */
final class AccessFilter {

    private static final String ORGANISATION_CLAIM = "organisation";

    @Inject
    CurrentIdentityAssociation identities;

    @Inject
    Caller caller;

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
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : permits.value().roles()) {
            if (identity.hasRole(role.group())) {
                roles.add(role);
            }
        }
        if (roles.isEmpty()) {
            throw new Refusal(ProblemType.ROLE_NOT_ALLOWED, permits.value().groups());
        }
        Object claim = token.getClaim(ORGANISATION_CLAIM);
        if (claim == null || claim.toString().isBlank()) {
            throw new Refusal(ProblemType.OUTSIDE_SUBTREE);
        }
        if (permits.value() == Operation.READ_JOURNAL && !Caller.EVERYTHING.equals(claim.toString())) {
            throw new Refusal(ProblemType.OUTSIDE_SUBTREE);
        }
        String subject = token.getSubject() == null ? token.getName() : token.getSubject();
        caller.is(subject == null ? "" : subject, claim.toString(), roles);
    }
}
