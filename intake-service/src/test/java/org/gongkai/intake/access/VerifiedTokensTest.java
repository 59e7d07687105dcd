package org.gongkai.intake.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant BEGIN = Instant.parse("2026-03-04T01:00:00Z");

    private final MovableClock clock = new MovableClock();
    private final CountingVerifier verifier = new CountingVerifier();
    private final VerifiedTokens tokens = new VerifiedTokens(verifier, clock);

    @Test
    void the_same_token_is_verified_once_and_another_by_itself() throws ParseException {
        tokens.parse("one", null);
        tokens.parse("one", null);
        assertEquals(1, verifier.calls);

        tokens.parse("onE", null);
        assertEquals(2, verifier.calls);
    }

    @Test
    void it_is_verified_again_after_some_minutes() throws ParseException {
        tokens.parse("one", null);

        clock.now = BEGIN.plus(VerifiedTokens.LONGEST).minusSeconds(1);
        tokens.parse("one", null);
        assertEquals(1, verifier.calls);

        clock.now = BEGIN.plus(VerifiedTokens.LONGEST);
        tokens.parse("one", null);
        assertEquals(2, verifier.calls);
    }

    @Test
    void a_token_that_has_ended_is_not_remembered() throws ParseException {
        verifier.end = BEGIN.plusSeconds(10);
        tokens.parse("short", null);

        clock.now = BEGIN.plusSeconds(10);

        assertThrows(ParseException.class, () -> tokens.parse("short", null));
    }

    @Test
    void a_refused_token_is_refused_each_time() {
        verifier.end = BEGIN;

        assertThrows(ParseException.class, () -> tokens.parse("bad", null));
        assertThrows(ParseException.class, () -> tokens.parse("bad", null));
        assertEquals(2, verifier.calls);
    }

    /** Knows nothing of signatures: refuses what has ended. */
    private final class CountingVerifier extends JWTCallerPrincipalFactory {

        private int calls;
        private Instant end = BEGIN.plusSeconds(3600);

        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo information) throws ParseException {
            calls++;
            if (!clock.instant().isBefore(end)) {
                throw new ParseException("ended");
            }
            JwtClaims claims = new JwtClaims();
            claims.setSubject(token);
            claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
            return new DefaultJWTCallerPrincipal(claims);
        }
    }

    private static final class MovableClock extends Clock {

        private Instant now = BEGIN;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
