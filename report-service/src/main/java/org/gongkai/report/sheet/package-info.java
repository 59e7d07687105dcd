/** The report as a workbook: a sheet for each table, totals as formulas, and a sheet of checks that follows every change. */
package org.gongkai.report.sheet;
