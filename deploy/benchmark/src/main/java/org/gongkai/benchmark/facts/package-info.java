/**
 * Facts of the contract ({@code docs/contracts/facts/v1}) made from a seed, written into a topic as the relay of
 * intake-service writes them, with the tally that any count of them has to come to.
 */
package org.gongkai.benchmark.facts;
