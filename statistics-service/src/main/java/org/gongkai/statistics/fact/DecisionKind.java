package org.gongkai.statistics.fact;

/** 行政许可, 行政处罚, 行政强制: decisions of table two (Regulations, article 20 (5) and (6)). */
public enum DecisionKind {
    LICENSES,
    PENALTIES,
    COERCIVE
}
