package org.gongkai.intake.access;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers tokens whose signature was verified: a department's system sends the same one with every call, and verifying it
 * is a fifth of the work of recording an application. What is remembered is the very token, byte by byte, so a changed one
 * is verified; not beyond the token's end, and never longer than some minutes, so that a key that was taken back is soon
 * refused.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class VerifiedTokens extends JWTCallerPrincipalFactory {

    static final Duration LONGEST = Duration.ofMinutes(5);
    /** A city has some hundred callers; beyond this many all is forgotten and verified again. */
    static final int MOST = 10_000;

    private final Map<String, Verified> known = new ConcurrentHashMap<>();
    private final JWTCallerPrincipalFactory verifier;
    private final Clock clock;

    private record Verified(JWTCallerPrincipal principal, Instant until) {}

    @Inject
    VerifiedTokens(Clock clock) {
        this(new DefaultJWTCallerPrincipalFactory(), clock);
    }

    VerifiedTokens(JWTCallerPrincipalFactory verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo information) throws ParseException {
        Verified before = known.get(token);
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.until())) {
            return before.principal();
        }
        JWTCallerPrincipal principal = verifier.parse(token, information);
        if (known.size() >= MOST) {
            known.clear();
        }
        Instant end = Instant.ofEpochSecond(principal.getExpirationTime());
        Instant longest = now.plus(LONGEST);
        known.put(token, new Verified(principal, end.isBefore(longest) ? end : longest));
        return principal;
    }
}
