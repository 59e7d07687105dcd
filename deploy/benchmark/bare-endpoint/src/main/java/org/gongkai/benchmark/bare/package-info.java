/** What any service would do at least: take JSON, write two rows in one transaction, answer. */
package org.gongkai.benchmark.bare;
