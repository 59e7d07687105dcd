/**
 * {@code Idempotency-Key} (IETF draft-ietf-httpapi-idempotency-key-header): a caller that does not know whether its write
 * arrived sends it again under the same key and gets the answer of the first.
 */
package org.gongkai.intake.idempotency;
