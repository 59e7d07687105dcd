/** Files to be filled in: every column that a record may have, in words that clerks know. */
package org.gongkai.intake.importing.template;
