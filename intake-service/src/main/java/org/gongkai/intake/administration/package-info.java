/** Licences, penalties, coercive measures and administrative fees of a period: rows of the form's table two. */
package org.gongkai.intake.administration;
