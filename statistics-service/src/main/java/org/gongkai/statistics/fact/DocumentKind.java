package org.gongkai.statistics.fact;

/** 规章 and 行政规范性文件: the rows of table two that have a stock (Regulations, article 20 (1)). */
public enum DocumentKind {
    RULES,
    NORMATIVE_DOCS
}
