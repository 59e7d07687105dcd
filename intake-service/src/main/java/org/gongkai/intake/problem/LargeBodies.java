package org.gongkai.intake.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says it is too large before the server does so, which would answer without a word. */
@ApplicationScoped
class LargeBodies {

    /** Before the server's own check. */
    private static final int EARLY = 1_000;

    @Inject
    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize most;

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext call) {
        if (length(call.request()) <= most.asLongValue()) {
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
