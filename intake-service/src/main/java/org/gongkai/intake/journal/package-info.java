/** The append-only journal of facts: numbered densely in 64 lanes, in the transaction that changes the state. */
package org.gongkai.intake.journal;
