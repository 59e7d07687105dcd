package org.gongkai.report.edition;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A section as an edition keeps it.
 *
 * @param number 0 is the preamble
 * @param title official title; empty for the preamble
 * @param version of what the office wrote; 0 where the form's template wrote it
 * @param written as the office wrote it, with placeholders; null where it wrote nothing
 * @param text as printed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FrozenText(int number, String title, long version, String written, String text) {

    /** How an erratum names it. */
    String name() {
        return title.isEmpty() ? "前言" : title;
    }
}
