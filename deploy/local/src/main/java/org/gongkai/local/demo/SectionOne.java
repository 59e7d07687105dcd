package org.gongkai.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where each figure of the published section one stands in the report's JSON. */
final class SectionOne {

    private static final String PROACTIVE = "/overview/proactive/";
    private static final String APPLICATIONS = "/overview/applications/";
    private static final String INDICATORS = "/overview/indicators/";

    private final PublishedReport published;
    private final Map<String, String> figures = new LinkedHashMap<>();

    private SectionOne(PublishedReport published) {
        this.published = published;
    }

    /** By JSON pointer into the report, the published value. */
    static Map<String, String> figures(PublishedReport published) {
        SectionOne section = new SectionOne(published);
        section.proactive();
        section.applications();
        section.indicators();
        return section.figures;
    }

    private void proactive() {
        put(PROACTIVE + "items", PROACTIVE + "total");
        put(PROACTIVE + "byLevel/CITY", PROACTIVE + "city_level");
        put(PROACTIVE + "byLevel/COUNTY", PROACTIVE + "county_level");
        put(PROACTIVE + "shares/CITY", PROACTIVE + "city_level_pct");
        put(PROACTIVE + "shares/COUNTY", PROACTIVE + "county_level_pct");
        published
                .data()
                .at(PROACTIVE + "channels")
                .fieldNames()
                .forEachRemaining(
                        channel -> put(PROACTIVE + "byChannel/" + channel, PROACTIVE + "channels/" + channel));
    }

    private void applications() {
        put(APPLICATIONS + "decided", APPLICATIONS + "handled_total");
        put(APPLICATIONS + "received", APPLICATIONS + "new_received");
        put(APPLICATIONS + "carriedIn", APPLICATIONS + "carried_in");
        put(APPLICATIONS + "carriedOut", APPLICATIONS + "carried_out");
        put(APPLICATIONS + "byApplicant/NATURAL_PERSON", APPLICATIONS + "natural_person");
        put(APPLICATIONS + "byApplicant/ORGANISATIONS", APPLICATIONS + "legal_or_other");
        group("GRANTED", "granted_full_and_partial");
        group("REFUSED", "refused");
        group("UNABLE", "unable");
        group("NOT_HANDLED", "not_handled");
        group("OTHER_HANDLING", "other_handling");
        figures.put(APPLICATIONS + "previousDecided", Integer.toString(Plan.REPLIES_OF_2020));
        // the published text says 增加 of what is a decrease: the figure is right, its direction is not
        figures.put(APPLICATIONS + "yearOnYearPercent", "-" + published.text(APPLICATIONS + "yoy_pct"));
    }

    private void group(String code, String name) {
        put(APPLICATIONS + "byGroup/" + code, APPLICATIONS + name + "/n");
        put(APPLICATIONS + "shares/" + code, APPLICATIONS + name + "/pct");
    }

    private void indicators() {
        Indicators.LINES.forEach(line -> put(INDICATORS + line.code(), line.pointer()));
        put(INDICATORS + "INTERPRETATION_RATE", "/overview/management/interpretation_rate_pct");
        put(INDICATORS + "NEW_MEDIA_PUBLICATIONS", "/overview/platform/new_media_items");
    }

    private void put(String pointer, String dataPointer) {
        figures.put(pointer, published.text(dataPointer));
    }
}
