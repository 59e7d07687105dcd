/** Indicators that a body reports of a year and that nothing else counts; the catalogue says which there are. */
package org.gongkai.intake.indicator;
