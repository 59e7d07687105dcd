/** Refusals as problem documents (RFC 9457) that say, in the caller's language, what to send instead. */
package org.gongkai.report.problem;
