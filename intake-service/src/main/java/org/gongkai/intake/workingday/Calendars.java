package org.gongkai.intake.workingday;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import org.gongkai.intake.Repeating;
import org.gongkai.intake.workingday.CalendarTable.Newest;
import org.jboss.logging.Logger;

/**
 * The calendar that this replica reckons by, in memory. A change by another replica is seen after
 * {@code gongkai.calendar.interval}; until then what is reckoned here says by which version, and is reckoned anew.
 */
@ApplicationScoped
public class Calendars {

    /** Who records what comes with the service. */
    static final String BY = "urn:gongkai:intake";

    private static final Logger LOG = Logger.getLogger(Calendars.class);

    @Inject
    CalendarTable table;

    @Inject
    CalendarSettings settings;

    private volatile Loaded loaded;
    private final Repeating repeating = new Repeating("calendar", LOG, "a changed calendar is looked for later");

    /**
     * A calendar and its version, which belong together.
     *
     * @param version raised by each change
     * @param days what is reckoned by
     */
    public record Loaded(long version, WorkingDays days) {}

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        take(ship());
        repeating.start(settings.interval(), settings.interval(), this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        repeating.stop();
    }

    /** Years that nobody has kept yet; one that was changed since it was shipped stays as it was changed. */
    private Newest ship() {
        Newest now = table.read();
        List<CalendarYear> absent = ShippedYears.read().stream()
                .filter(year -> now.year(year.year()).isEmpty())
                .toList();
        return table.keep(absent, BY, Calendars::acceptAny);
    }

    private static void acceptAny(Newest now) {
        // what is shipped was checked when it was made
    }

    private void look() {
        if (table.version() != loaded.version()) {
            take(table.read());
        }
    }

    /** Reckons by this from now on, unless a newer one came before. */
    synchronized void take(Newest newest) {
        if (loaded == null || newest.version() > loaded.version()) {
            loaded = new Loaded(
                    newest.version(),
                    WorkingDays.of(newest.years().stream()
                            .map(CalendarTable.Kept::year)
                            .toList()));
        }
    }

    /** The newest that is known here. */
    public Loaded loaded() {
        return loaded;
    }

    /** Its version alone; together with the days ask {@link #loaded}. */
    public long version() {
        return loaded.version();
    }
}
