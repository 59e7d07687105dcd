package org.gongkai.report.report;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;

/** Which format a call asks for: the suffix says it, or {@code Accept} where there is none. */
@ApplicationScoped
public class Formats {

    private final List<ReportFormat> formats;

    @Inject
    Formats(@All List<ReportFormat> formats) {
        this.formats = formats.stream()
                .sorted(Comparator.comparingInt(ReportFormat::order))
                .toList();
    }

    /** @param suffix with its dot, or empty */
    ReportFormat choose(String suffix, Request request) {
        if (!suffix.isEmpty()) {
            return formats.stream()
                    .filter(format -> suffix.equals("." + format.suffix()))
                    .findFirst()
                    .orElseThrow(this::notAcceptable);
        }
        Variant chosen = request.selectVariant(
                Variant.mediaTypes(formats.stream().map(ReportFormat::type).toArray(MediaType[]::new))
                        .build());
        return formats.stream()
                .filter(format -> chosen != null && format.type().isCompatible(chosen.getMediaType()))
                .findFirst()
                .orElseThrow(this::notAcceptable);
    }

    private Refusal notAcceptable() {
        return new Refusal(
                ProblemType.NOT_ACCEPTABLE,
                formats.stream()
                        .map(format ->
                                format.type().getType() + "/" + format.type().getSubtype())
                        .collect(Collectors.joining(", ")),
                formats.stream().map(format -> "." + format.suffix()).collect(Collectors.joining(" ")));
    }
}
