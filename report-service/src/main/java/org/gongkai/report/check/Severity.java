package org.gongkai.report.check;

/** Whether a broken check stops an edition. Only what no correct report breaks may block. */
public enum Severity {
    BLOCKING,
    WARNING
}
