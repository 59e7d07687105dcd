/** The report's charts: SVG with real text, drawn from the same figures as the sentences. */
package org.gongkai.report.chart;
