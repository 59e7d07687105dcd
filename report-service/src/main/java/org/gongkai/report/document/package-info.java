/** The report as it is laid out: sections, paragraphs, tables with their merged cells, charts; every rendering shows it. */
package org.gongkai.report.document;
