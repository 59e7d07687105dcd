/**
 * Personal data at rest: each field sealed with a key from outside, equals found by keyed digests, and nothing readable in
 * the database by itself (docs/decisions/0007).
 */
package org.gongkai.intake.personaldata;
