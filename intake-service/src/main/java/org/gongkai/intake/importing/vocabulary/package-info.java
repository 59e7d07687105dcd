/** The words that clerks know for fields and codes; they stand in one data file. */
package org.gongkai.intake.importing.vocabulary;
