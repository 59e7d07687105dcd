/** The whole system as its users see it; here what is a command as well as a test. */
package org.gongkai.acceptance;
