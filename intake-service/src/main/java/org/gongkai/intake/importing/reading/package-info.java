/** The lines of a body, whatever it is: NDJSON, CSV or a workbook. */
package org.gongkai.intake.importing.reading;
