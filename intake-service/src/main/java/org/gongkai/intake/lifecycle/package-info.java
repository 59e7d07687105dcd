/** The statutory life of an application (条例 chapter four): states, steps, outcomes, and what follows from a case's days. */
package org.gongkai.intake.lifecycle;
