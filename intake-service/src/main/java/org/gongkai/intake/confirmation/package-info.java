/** A body's word that its data of a year are complete; it falls away by itself when a later fact of that year comes. */
package org.gongkai.intake.confirmation;
