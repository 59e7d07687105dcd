/** Imports of records in bulk: spooled, read with constant memory, recorded in pieces, with a result for every line. */
package org.gongkai.intake.importing;
