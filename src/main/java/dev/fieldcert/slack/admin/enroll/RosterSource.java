package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.slack.admin.Sentences;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Reads the roster from the configured file or address. */
@Component
public class RosterSource {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(60);

    /** If a larger share of the lines is unusable, the whole file is refused as damaged. */
    private static final double MOST_UNUSABLE = 0.2;

    private final RosterSettings settings;
    private final Clock clock;
    private final HttpClient http;

    RosterSource(RosterSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        // A redirect would send the secret to another server.
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    public boolean isOn() {
        return settings.isOn();
    }

    /** @throws Roster.Refused if the roster cannot be reached or used; the message says why */
    public Roster read() throws Roster.Refused {
        byte[] bytes = settings.isAddress() ? fetched(URI.create(settings.location())) : file();
        if (bytes.length > Roster.MOST_BYTES) {
            throw new Roster.Refused("The list is larger than %,d MB, which is the most I take."
                    .formatted(Roster.MOST_BYTES / 1_000_000));
        }
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Roster roster = Roster.read(new ByteArrayInputStream(bytes), Roster.Kind.FEED, today);
        int lines = roster.rows().size() + roster.errors().size();
        if (lines == 0) {
            throw new Roster.Refused("The list has a header and nobody in it.");
        }
        if (roster.errors().size() > MOST_UNUSABLE * lines) {
            Roster.LineError first = roster.errors().get(0);
            throw new Roster.Refused("%,d of %,d lines can’t be used; line %d: %s."
                    .formatted(roster.errors().size(), lines, first.line(), first.problem()));
        }
        return roster;
    }

    private byte[] file() throws Roster.Refused {
        try (InputStream in = Files.newInputStream(Path.of(settings.location()))) {
            return in.readNBytes((int) Roster.MOST_BYTES + 1);
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new Roster.Refused("There’s no file at the path in `FIELDCERT_ROSTER`.");
        } catch (IOException unreadable) {
            throw new Roster.Refused(
                    "The file can’t be read (" + unreadable.getClass().getSimpleName() + ").");
        }
    }

    private byte[] fetched(URI address) throws Roster.Refused {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(ANSWERING).header("Accept", "text/csv");
        if (!settings.authorization().isEmpty()) {
            request.header("Authorization", settings.authorization());
        }
        String host = Sentences.quoted(address.getHost());
        try {
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new Roster.Refused(host + " answers with status " + response.statusCode() + ".");
                }
                return body.readNBytes((int) Roster.MOST_BYTES + 1);
            }
        } catch (IOException noAnswer) {
            throw new Roster.Refused(
                    host + " can’t be reached (" + noAnswer.getClass().getSimpleName() + ").");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Roster.Refused("I was stopped before " + host + " answered.");
        }
    }
}
