package org.gongkai.intake.indicator;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The indicators that there are: a copy of {@code docs/contracts/indicators.json} that the build makes.
 *
 * @param note what kinds and subtrees mean, and that an unreported one is never 0
 * @param indicators those that are reported
 * @param derived those that follow from others, and are never reported
 */
public record Catalogue(String note, List<Indicator> indicators, List<Derived> derived) {

    private static final String FILE = "/contracts/indicators.json";

    /**
     * One that is reported.
     *
     * @param code stable
     * @param labelZh official label
     * @param unit of its value
     * @param kind STOCK stands on 31 December, FLOW happens in the year
     * @param subtree SUM adds up over a subtree, OWN is the body's own
     */
    public record Indicator(
            String code, @JsonAlias("label_zh") String labelZh, String unit, Kind kind, Scope subtree) {}

    /** One that follows from others by a formula. */
    public record Derived(
            String code, @JsonAlias("label_zh") String labelZh, String unit, String formula) {}

    /** Whether it stands or happens. */
    public enum Kind {
        STOCK,
        FLOW
    }

    /** Whether it adds up. */
    public enum Scope {
        SUM,
        OWN
    }

    /** The build's copy. */
    static Catalogue read() {
        try (InputStream file = Catalogue.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the build did not copy " + FILE);
            }
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file, Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String code) {
        return indicators.stream().anyMatch(each -> each.code().equals(code));
    }

    /** All codes, for a message. */
    String codes() {
        return indicators.stream().map(Indicator::code).collect(Collectors.joining(", "));
    }
}
