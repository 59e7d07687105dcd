/** What the office writes for the sections of a report: texts with placeholders, every version kept. */
package org.gongkai.report.section;
