package dev.fieldcert.slack.users;

import com.slack.api.model.User;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.slack.webapi.CallPolicy;
import dev.fieldcert.slack.webapi.SlackDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The workspace's members, read from Slack page by page and cached for 15 minutes, so that looking up a name does not
 * read a hundred thousand members again. Keeps only the needed fields.
 */
@Component
public class KnownPeople {

    private static final Duration FRESH = Duration.ofMinutes(15);

    private final SlackDirectory directory;
    private final Clock clock;
    private final Object lock = new Object();
    private Map<String, KnownPerson> remembered = Map.of();
    private Instant readAt;

    KnownPeople(SlackDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A workspace member, as listed by Slack.
     *
     * @param handle the name after the {@code @}
     * @param bot whether the member is a bot user
     * @param admin whether the member is a workspace admin or owner
     * @param title the job title in their profile; may be empty
     * @param teams ids of the workspaces that the member belongs to; empty if Slack does not list any
     */
    public record KnownPerson(
            String id, String handle, Profile profile, boolean bot, boolean admin, String title, Set<String> teams) {

        public static KnownPerson of(User user) {
            return new KnownPerson(
                    user.getId(),
                    user.getName() == null ? "" : user.getName(),
                    People.read(user),
                    user.isBot() || "USLACKBOT".equals(user.getId()),
                    user.isAdmin() || user.isOwner(),
                    user.getProfile() == null || user.getProfile().getTitle() == null
                            ? ""
                            : user.getProfile().getTitle(),
                    teams(user));
        }

        /**
         * Returns all workspaces that the member belongs to; in an organization, there may be several.
         */
        private static Set<String> teams(User user) {
            Set<String> teams = new HashSet<>();
            if (user.getTeamId() != null) {
                teams.add(user.getTeamId());
            }
            if (user.getEnterpriseUser() != null && user.getEnterpriseUser().getTeams() != null) {
                teams.addAll(user.getEnterpriseUser().getTeams());
            }
            return teams;
        }

        /** Whether the member is neither a bot nor deactivated. */
        public boolean isInUse() {
            return !bot && !profile.deactivated();
        }
    }

    /**
     * Passes each member to {@code goOn} until it returns false. If it never does and the cache was used, reads
     * Slack's list again, so that recent members are found; {@code goOn} may see a member twice.
     */
    public void search(CallPolicy patience, Predicate<KnownPerson> goOn) {
        Optional<List<KnownPerson>> known = stillFresh();
        if (known.isPresent() && !known.get().stream().allMatch(goOn)) {
            return;
        }
        read(patience, goOn);
    }

    /** All members, as of at most 15 minutes ago. */
    public Stream<KnownPerson> all() {
        return stillFresh()
                .orElseGet(() -> {
                    read(CallPolicy.NONE, person -> true);
                    return stillFresh().orElse(List.of());
                })
                .stream();
    }

    /** Updates the cache after Slack has reported a changed profile. */
    void follow(User user) {
        synchronized (lock) {
            if (readAt != null) {
                remembered.put(user.getId(), KnownPerson.of(user));
            }
        }
    }

    private Optional<List<KnownPerson>> stillFresh() {
        Instant now = clock.instant();
        synchronized (lock) {
            boolean fresh = readAt != null
                    && !now.isBefore(readAt)
                    && readAt.plus(FRESH).isAfter(now);
            return fresh ? Optional.of(List.copyOf(remembered.values())) : Optional.empty();
        }
    }

    private void read(CallPolicy patience, Predicate<KnownPerson> goOn) {
        Instant since = clock.instant();
        Map<String, KnownPerson> everybody = new LinkedHashMap<>();
        boolean on = true;
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            String from = cursor.get();
            SlackDirectory.PeoplePage page = patience.wait(() -> directory.peoplePage(from));
            for (User user : page.people()) {
                KnownPerson person = KnownPerson.of(user);
                everybody.put(person.id(), person);
                on = on && goOn.test(person);
            }
            if (!on) {
                return;
            }
            cursor = page.next();
        }
        synchronized (lock) {
            remembered = everybody;
            readAt = since;
        }
    }
}
