package org.gongkai.intake.normativedocument;

/** Rows of the form's table two: 条例第二十条第（一）项. */
public enum DocumentKind {
    /** 规章; issued only by bodies that the Legislation Law (articles 91 and 93) names. */
    RULES,
    /** 行政规范性文件. */
    NORMATIVE_DOCS
}
