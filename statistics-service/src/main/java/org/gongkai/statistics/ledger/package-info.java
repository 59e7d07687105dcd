/** Ledgers: each a whole set of counts with the positions it stands at; which one is live, and transactions in one. */
package org.gongkai.statistics.ledger;
