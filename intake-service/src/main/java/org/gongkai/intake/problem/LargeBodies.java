package org.gongkai.intake.problem;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;

/**
 * Refuses a body that says it is too large before the server does so, which would answer without a word, and has one that
 * does not say its length read no further. The server's own limit is that of imports, which like attachments are read as
 * they come, each up to a limit of its own.
 */
@ApplicationScoped
class LargeBodies {

    /** What every other body may have: 1 MB. */
    static final long MOST = 1_048_576;

    /** Imports, and the files of applications, which have limits of their own. */
    private static final Pattern READ_AS_THEY_COME = Pattern.compile("/imports|/applications/[^/]+/attachments/?");

    /** Before the server's own check. */
    private static final int EARLY = 1_000;
    /** After it, which notes its own limit for who reads the body. */
    private static final int LATE = 1;

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
        filters.register(this::limit, LATE);
    }

    private static boolean isReadAsItComes(RoutingContext call) {
        return READ_AS_THEY_COME.matcher(call.normalizedPath()).matches();
    }

    private void limit(RoutingContext call) {
        if (!isReadAsItComes(call)) {
            call.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, MOST);
        }
        call.next();
    }

    private void check(RoutingContext call) {
        if (length(call.request()) <= MOST || isReadAsItComes(call)) {
            call.next();
            return;
        }
        ProblemType type = ProblemType.BODY_TOO_LARGE;
        ProblemTexts texts =
                ProblemTexts.in(ProblemTexts.language(call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        call.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, texts.languageTag())
                .putHeader("Connection", "close")
                .end(new JsonObject()
                        .put("type", type.uri().toString())
                        .put("status", type.status())
                        .put("title", texts.title(type))
                        .put("detail", texts.detail(type))
                        .encode());
    }

    private static long length(HttpServerRequest request) {
        try {
            String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
