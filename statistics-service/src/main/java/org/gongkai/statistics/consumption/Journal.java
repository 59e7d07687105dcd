package org.gongkai.statistics.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.Position;
import org.jspecify.annotations.Nullable;

/** Reads the journal with the token of the moment. */
@ApplicationScoped
public class Journal {

    private final JournalClient client;
    private final JournalSettings settings;

    Journal(@RestClient JournalClient client, JournalSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** Facts of a lane after a position. */
    JournalPage page(int lane, long after) throws Unreachable {
        return ask(bearer -> client.page(bearer, lane, after, settings.pageSize()));
    }

    /** How far each lane has come. */
    JournalHeads heads() throws Unreachable {
        return ask(client::heads);
    }

    /** How far publishing has come in each lane: what counting must have reached to have everything. */
    public Position published() throws Unreachable {
        JournalHeads heads = heads();
        long[] published = new long[Lane.COUNT];
        heads.lanes().forEach(head -> published[head.lane()] = head.published());
        return Position.of(heads.generation(), published);
    }

    private <T> T ask(Question<T> question) throws Unreachable {
        try {
            return question.ask("Bearer " + token());
        } catch (WebApplicationException answer) {
            throw new Unreachable(
                    "intake-service answered " + answer.getResponse().getStatus(), answer);
        } catch (ProcessingException | IllegalStateException noAnswer) {
            throw new Unreachable("intake-service did not answer: " + noAnswer.getMessage(), noAnswer);
        }
    }

    private String token() throws Unreachable {
        Path file = settings.tokenFile()
                .orElseThrow(() -> new Unreachable(
                        "no token: set gongkai.journal.token-file (GONGKAI_JOURNAL_TOKEN_FILE) to a file that holds one"
                                + " of role system",
                        null));
        try {
            return Files.readString(file).strip();
        } catch (IOException cannotRead) {
            throw new Unreachable("the token file " + file + " can't be read", cannotRead);
        }
    }

    private interface Question<T> {
        T ask(String bearer);
    }

    /** The journal can't be read now; it is asked again. */
    public static final class Unreachable extends Exception {
        /** One with what was tried. */
        public Unreachable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
