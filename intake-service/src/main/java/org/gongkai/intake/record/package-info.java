/**
 * What every quiet record of the year shares: it is recorded, amended and retracted, is found by its natural key, keeps its
 * corrections, and journals what it adds to the counts in the transaction that changes it.
 */
package org.gongkai.intake.record;
