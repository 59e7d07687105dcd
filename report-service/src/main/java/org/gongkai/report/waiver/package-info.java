/** Rules that the office waives for a report, with reason and name; every version kept. */
package org.gongkai.report.waiver;
