package org.gongkai.benchmark.facts;

/** An object of plain values, without escapes: none of ours needs any. */
final class Json {

    private final StringBuilder text = new StringBuilder(400).append('{');

    Json text(String name, String value) {
        name(name).append('"').append(value).append('"');
        return this;
    }

    Json bare(String name, String value) {
        name(name).append(value);
        return this;
    }

    private StringBuilder name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        return text.append('"').append(name).append("\":");
    }

    String end() {
        return text.append('}').toString();
    }
}
