/** Items of information published on a body's own initiative (主动公开), and the channels they were published on. */
package org.gongkai.intake.publication;
