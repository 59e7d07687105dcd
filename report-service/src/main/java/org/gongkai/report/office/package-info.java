/** What the files of office programs share: their properties, and the same bytes for the same report. */
package org.gongkai.report.office;
