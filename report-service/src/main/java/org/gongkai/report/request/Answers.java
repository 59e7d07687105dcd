package org.gongkai.report.request;

/** Header fields of answers that RFC 9110 does not know. */
public final class Answers {

    /** Up to which facts an answer is counted, as a token. */
    public static final String POSITION = "Gongkai-Position";

    private Answers() {}
}
