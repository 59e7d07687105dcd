/**
 * Editions: a report frozen once in every format and kept as it came out, what moved since the edition before, where it was
 * published, and whether it can still be computed from its facts.
 */
package org.gongkai.report.edition;
