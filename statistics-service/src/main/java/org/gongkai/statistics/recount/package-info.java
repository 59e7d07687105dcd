/**
 * Recounts: all facts counted again into a ledger beside the live one, compared with it at one position, and thrown away
 * (verification) or swapped in (rebuild).
 */
package org.gongkai.statistics.recount;
