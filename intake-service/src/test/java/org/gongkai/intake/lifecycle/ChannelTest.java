package org.gongkai.intake.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 收到之日, 条例 article 31. */
class ChannelTest {

    private static final LocalDate ARRIVED = LocalDate.of(2021, 3, 2);
    private static final LocalDate CONFIRMED = LocalDate.of(2021, 3, 4);
    private static final Map<Channel, LocalDate> RECEIPT = Map.of(
            Channel.IN_PERSON, ARRIVED,
            Channel.SIGNED_MAIL, ARRIVED,
            Channel.ORDINARY_MAIL, CONFIRMED,
            Channel.ONLINE, CONFIRMED,
            Channel.FAX, CONFIRMED,
            Channel.ORAL, ARRIVED);

    @Test
    void the_day_of_receipt_is_that_of_article_31_for_every_channel() {
        assertEquals(Set.of(Channel.values()), RECEIPT.keySet());
        RECEIPT.forEach((channel, day) -> assertEquals(day, channel.receipt(ARRIVED, CONFIRMED), channel.name()));
    }

    @Test
    void without_the_day_that_counts_there_is_none_and_its_field_is_named() {
        RECEIPT.forEach((channel, day) -> {
            boolean arrival = day.equals(ARRIVED);
            assertNull(channel.receipt(arrival ? null : ARRIVED, arrival ? CONFIRMED : null), channel.name());
            assertEquals(arrival ? "arrivedOn" : "confirmedOn", channel.neededDay());
        });
    }
}
