package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.intake.personaldata.BlindIndex;

/**
 * Who applies beside the first applicant and who acts for them, as they are kept: one text of both lists, sealed as a whole,
 * and a keyed digest of each further applicant's identity document.
 *
 * @param coApplicants in the order in which they were sent
 * @param agents likewise
 */
record Parties(List<ApplicationBody.ApplicantBody> coApplicants, List<ApplicationBody.AgentBody> agents) {

    /** The column that is sealed. */
    static final String COLUMN = "parties";

    /** Whether one of the people asks there, first or beside another. Parameters: their digests, twice. */
    static final String ASKS = "(a.applicant_index IS NOT NULL AND a.applicant_index = ANY (?)"
            + " OR a.co_applicant_index IS NOT NULL AND a.co_applicant_index && ?)";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    Parties {
        coApplicants = coApplicants == null ? List.of() : coApplicants;
        agents = agents == null ? List.of() : agents;
    }

    /**
     * Read back.
     *
     * @param text as {@link #text} made it, null where there is nobody, or masked
     * @param count of further applicants, which the row tells also where the text is masked
     */
    static Parties read(String text, int count) {
        if (text == null) {
            return new Parties(List.of(), List.of());
        }
        if (text.equals(ApplicationView.MASK)) {
            return new Parties(
                    Collections.nCopies(count, new ApplicationBody.ApplicantBody(null, text, null, null)), List.of());
        }
        try {
            return JSON.readValue(text, Parties.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parties that are no JSON", e);
        }
    }

    /** What is sealed; null where there is nobody. */
    static String text(ApplicationBody body) {
        if (body.coApplicants().isEmpty() && body.agents().isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(new Parties(body.coApplicants(), body.agents()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parties that become no JSON", e);
        }
    }

    /** One for each further applicant, in order, null where the document is not known; null where there is nobody. */
    static byte[][] digests(ApplicationBody body, BlindIndex index) {
        return body.coApplicants().isEmpty()
                ? null
                : body.coApplicants().stream()
                        .map(each -> index.ofIdentityDocument(each.identityDocument()))
                        .toArray(byte[][]::new);
    }

    /** Of all applicants whose document is known, the first and the others. */
    static byte[][] allDigests(ApplicationBody body, BlindIndex index) {
        return Stream.concat(Stream.of(body.applicant()), body.coApplicants().stream())
                .map(each -> index.ofIdentityDocument(each.identityDocument()))
                .filter(Objects::nonNull)
                .toArray(byte[][]::new);
    }
}
