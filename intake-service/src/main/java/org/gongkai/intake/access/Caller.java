package org.gongkai.intake.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.Set;

/** Who calls, as the token says; set by {@link AccessFilter} before any resource method runs. */
@RequestScoped
public class Caller {

    /** The claim that reaches every organisation. */
    public static final String EVERYTHING = "*";

    private String subject = "";
    private String claim = "";
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    void is(String newSubject, String newClaim, Set<Role> newRoles) {
        this.subject = newSubject;
        this.claim = newClaim;
        this.roles = newRoles;
    }

    /** The token's {@code sub}: who recorded it. */
    public String subject() {
        return subject;
    }

    /** Root of the subtree that the caller may touch, or {@link #EVERYTHING}. */
    public String claim() {
        return claim;
    }

    /** Whether every organisation is reached. */
    public boolean reachesEverything() {
        return claim.equals(EVERYTHING);
    }

    /** Whether the caller has this role. */
    public boolean has(Role role) {
        return roles.contains(role);
    }
}
