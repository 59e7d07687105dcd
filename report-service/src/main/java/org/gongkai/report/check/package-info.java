/** The form's identities as checks: each a named rule with its citation, a pure function of tables handed in. */
package org.gongkai.report.check;
