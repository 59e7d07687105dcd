/** Where the body of an import waits: a sealed file, of which a part is never longer in memory than it is being read. */
package org.gongkai.intake.importing.spool;
