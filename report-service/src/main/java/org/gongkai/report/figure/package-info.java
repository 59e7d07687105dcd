/** Every figure of a report by its path, counted or derived, with its unit, its cells and how it prints. */
package org.gongkai.report.figure;
