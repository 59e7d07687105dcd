package org.gongkai.intake.fee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TariffTest {

    @Test
    void per_item_is_free_up_to_ten_and_then_rises_by_bands_of_ten() {
        Map<Integer, String> expected = new TreeMap<>(Map.of(
                0, "0.00", 1, "0.00", 10, "0.00", 11, "100.00", 30, "2000.00", 31, "2200.00", 35, "3000.00", 40,
                "4000.00", 41, "4300.00", 50, "7000.00"));

        expected.forEach((items, yuan) -> assertEquals(new BigDecimal(yuan), Tariff.PER_ITEM.charge(0, items)));
    }

    @Test
    void per_page_is_free_up_to_thirty_and_agrees_with_amounts_of_published_reports() {
        Map<Integer, String> expected = new TreeMap<>(Map.of(
                30, "0.00", 31, "10.00", 100, "700.00", 101, "720.00", 200, "2700.00", 201, "2740.00", 250, "4700.00"));
        Map<Integer, String> published =
                Map.of(72, "420.00", 44, "140.00", 109, "880.00", 119, "1080.00", 57, "270.00", 68, "380.00");

        expected.forEach((pages, yuan) -> assertEquals(new BigDecimal(yuan), Tariff.PER_PAGE.charge(0, pages)));
        published.forEach((pages, yuan) -> assertEquals(new BigDecimal(yuan), Tariff.PER_PAGE.charge(0, pages)));
    }

    @Test
    void items_of_a_month_cost_the_same_in_whatever_portions_they_come() {
        long seed = System.nanoTime();
        System.out.println("TariffTest seed " + seed);
        Random random = new Random(seed);
        for (int month = 0; month < 200; month++) {
            int before = 0;
            BigDecimal sum = BigDecimal.ZERO.setScale(2);
            while (before < 120) {
                int items = 1 + random.nextInt(9);
                sum = sum.add(Tariff.PER_ITEM.charge(before, items));
                before += items;
            }
            assertEquals(oneByOne(before), sum, "seed " + seed);
        }
    }

    /** By the words of article 4, item by item. */
    private static BigDecimal oneByOne(int items) {
        long yuan = 0;
        for (int item = 1; item <= items; item++) {
            if (item > 30) {
                int tensBeyondThirty = (item - 31) / 10;
                yuan += 200 + 100L * tensBeyondThirty;
            } else if (item > 10) {
                yuan += 100;
            }
        }
        return BigDecimal.valueOf(yuan).setScale(2);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Tariff.PER_PAGE.charge(0, -1));
        assertThrows(IllegalArgumentException.class, () -> Tariff.PER_ITEM.charge(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> Tariff.PER_ITEM.charge(999_999, 2));
        assertEquals(new BigDecimal("399994700.00"), Tariff.PER_PAGE.charge(0, 10_000_000));
    }
}
