/** The working-day calendar (工作日): the State Council's yearly notices as data, and counting by them. */
package org.gongkai.intake.workingday;
