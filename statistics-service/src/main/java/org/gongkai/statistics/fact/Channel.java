package org.gongkai.statistics.fact;

/** How an application arrived (Regulations, article 31). */
public enum Channel {
    IN_PERSON,
    SIGNED_MAIL,
    ORDINARY_MAIL,
    ONLINE,
    FAX,
    ORAL
}
