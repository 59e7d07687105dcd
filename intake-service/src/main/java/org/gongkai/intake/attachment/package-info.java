/**
 * Files that belong to an application (条例 article 45): the request, the reply, receipts; checked by their content, sealed
 * piece by piece with a key of their own, and kept in the database, so that a backup of it is whole.
 */
package org.gongkai.intake.attachment;
