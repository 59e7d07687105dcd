package org.gongkai.report.figure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The catalogue of indicators (docs/contracts/indicators.json): those reported, and those derived from figures. */
public final class Indicators {

    /** Policies interpreted of those that were to be, in per cent. */
    public static final String INTERPRETATION_RATE = "INTERPRETATION_RATE";

    /** Publications on 政务新媒体: counted, never reported. */
    public static final String NEW_MEDIA_PUBLICATIONS = "NEW_MEDIA_PUBLICATIONS";

    /** All documents put on file, where both kinds were reported: a sum of two indicators, in no catalogue. */
    public static final String DOCUMENTS_FILED = "DOCUMENTS_FILED";

    static final List<String> DOCUMENTS_FILED_PARTS = List.of("DOCUMENTS_FILED_ISSUED", "DOCUMENTS_FILED_LETTERS");

    private static final Catalogue CATALOGUE = read();

    private Indicators() {}

    /** Those that bodies report, in order. */
    public static List<Indicator> reported() {
        return CATALOGUE.indicators();
    }

    /** Those that follow from other figures. */
    public static List<Indicator> derived() {
        return CATALOGUE.derived();
    }

    /** An indicator: code, label, measure word. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Indicator(
            String code, @JsonProperty("label_zh") String label, String unit) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Catalogue(List<Indicator> indicators, List<Indicator> derived) {}

    private static Catalogue read() {
        try (InputStream data = Indicators.class.getResourceAsStream("indicators.json")) {
            return new ObjectMapper().readValue(data, Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException("indicators.json", e);
        }
    }
}
