/** Disclosure applications (政府信息公开申请) and their one outcome: what is legal, how it is kept, what is told of it. */
package org.gongkai.intake.disclosureapplication;
