package org.gongkai.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.gongkai.report.request.Answers;

/** A file of an edition on its way to a caller: compared with its hash first, and named so that it can be kept. */
@ApplicationScoped
class Download {

    @Inject
    EditionStore store;

    /**
     * The file that the suffix names, or {@code Accept} where there is none.
     *
     * @param suffix with its dot, or empty
     */
    Response of(Edition edition, String suffix, Request request) {
        EditionFile.Summary file = choose(store.files(edition), suffix, request);
        EntityTag tag = new EntityTag(file.sha256());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response =
                unchanged == null ? Response.ok(store.bytes(edition, file), file.mediaType()) : unchanged;
        return response.tag(tag)
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(file.hash()) + ":")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(edition, file.suffix()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(Answers.POSITION, edition.position)
                .build();
    }

    private static EditionFile.Summary choose(List<EditionFile.Summary> files, String suffix, Request request) {
        if (!suffix.isEmpty()) {
            return files.stream()
                    .filter(file -> suffix.equals("." + file.suffix()))
                    .findFirst()
                    .orElseThrow(() -> notAcceptable(files));
        }
        Variant chosen = request.selectVariant(Variant.mediaTypes(
                        files.stream().map(EditionFile.Summary::mediaType).toArray(MediaType[]::new))
                .build());
        return files.stream()
                .filter(file -> chosen != null && file.mediaType().isCompatible(chosen.getMediaType()))
                .findFirst()
                .orElseThrow(() -> notAcceptable(files));
    }

    private static Refusal notAcceptable(List<EditionFile.Summary> files) {
        return new Refusal(
                ProblemType.NOT_ACCEPTABLE,
                files.stream()
                        .map(file -> file.mediaType().getType() + "/"
                                + file.mediaType().getSubtype())
                        .collect(Collectors.joining(", ")),
                files.stream().map(file -> "." + file.suffix()).collect(Collectors.joining(" ")));
    }

    /** With the title for those who read RFC 8187, and the code for those who do not. */
    private static String disposition(Edition edition, String suffix) {
        String plain = "%s-%d-edition-%d.%s".formatted(edition.organisation, edition.year, edition.number, suffix);
        String named = "%s（第%d版）.%s".formatted(edition.title, edition.number, suffix);
        String encoded = URLEncoder.encode(named, StandardCharsets.UTF_8).replace("+", "%20");
        return "inline; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
