package dev.fieldcert.slack.users;

import com.slack.api.model.User;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.RequestContext;
import dev.fieldcert.learner.profile.UpdateProfile;
import dev.fieldcert.slack.webapi.Concern;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSettings;
import dev.fieldcert.team.Managers;
import dev.fieldcert.team.admin.Roles;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps people's profiles in sync with Slack, and knows who runs the program. */
@Component
public class People {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);
    private static final Duration FRESH = Duration.ofHours(12);

    private final SlackDirectory directory;
    private final KnownPeople known;
    private final SlackSettings settings;
    private final UpdateProfile updateProfile;
    private final Learners learners;
    private final Roles roles;
    private final Managers managers;
    private final ManagerField managerField;
    private final Clock clock;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    People(
            SlackDirectory directory,
            KnownPeople known,
            SlackSettings settings,
            UpdateProfile updateProfile,
            Learners learners,
            Roles roles,
            Managers managers,
            ManagerField managerField,
            Clock clock) {
        this.directory = directory;
        this.known = known;
        this.settings = settings;
        this.updateProfile = updateProfile;
        this.learners = learners;
        this.roles = roles;
        this.managers = managers;
        this.managerField = managerField;
        this.clock = clock;
    }

    /**
     * Updates a learner's profile from Slack unless that was done recently. If Slack does not respond, the next call
     * tries again.
     */
    public void seen(String id) {
        Instant now = clock.instant();
        Instant last = seen.get(id);
        if (last != null && last.plus(FRESH).isAfter(now)) {
            return;
        }
        RequestContext.aside(() -> {
            try {
                if (changed(directory.person(id))) {
                    managerField.read(id);
                    seen.put(id, now);
                }
            } catch (SlackFailure failure) {
                LOG.warn("Profile not read person={} error={}", id, failure.error());
            }
        });
    }

    /**
     * Applies a profile that Slack has reported.
     *
     * @return whether the person is a learner
     */
    public boolean changed(User user) {
        known.follow(user);
        managers.follow(user.getId(), zone(user), user.isDeleted(), clock.instant());
        return !user.isBot() && updateProfile.update(user.getId(), read(user));
    }

    public static Profile read(User user) {
        User.Profile profile = user.getProfile();
        return new Profile(
                name(user).replaceAll("\\p{Cntrl}", " "),
                profile == null ? null : profile.getEmail(),
                zone(user),
                null,
                null,
                user.isRestricted() || user.isUltraRestricted(),
                user.isDeleted(),
                fullName(user),
                user.getLocale());
    }

    /**
     * Returns the zone's name. If it is missing, or unknown to this Java runtime, returns the UTC offset that Slack
     * sends in addition.
     */
    static String zone(User user) {
        String name = user.getTz();
        try {
            return ZoneId.of(name == null ? "" : name.strip()).getId();
        } catch (DateTimeException unknown) {
            Integer offset = user.getTzOffset();
            return offset == null || offset == 0 && name == null || Math.abs(offset) > 18 * 3600
                    ? name
                    : ZoneOffset.ofTotalSeconds(offset).getId();
        }
    }

    private static String fullName(User user) {
        return Stream.of(user.getProfile() == null ? null : user.getProfile().getRealName(), user.getRealName())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .map(name -> name.replaceAll("\\p{Cntrl}", " ").strip())
                .orElse(null);
    }

    /** Returns the real and display names that may refer to the person in free text, longest first. */
    public static List<String> names(User user) {
        User.Profile profile = user.getProfile();
        return Stream.of(
                        user.getRealName(),
                        profile == null ? null : profile.getRealName(),
                        profile == null ? null : profile.getDisplayName())
                .filter(name -> name != null && !name.isBlank())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** Returns the display name in Slack; the full name if it is empty; the handle if both are. */
    private static String name(User user) {
        String called = user.getProfile() == null ? null : user.getProfile().getDisplayName();
        return Stream.of(called, user.getRealName(), user.getName())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse("");
    }

    /**
     * Whether a person runs the program: an admin by configuration or command, or an admin of the workspace.
     *
     * @throws SlackFailure if Slack cannot tell at the moment
     */
    public boolean isAdmin(String id) {
        if (settings.admins().contains(id)
                || roles.of(id).filter(role -> role == Roles.Role.ADMIN).isPresent()) {
            return true;
        }
        try {
            User user = directory.person(id);
            return user.isAdmin() || user.isOwner();
        } catch (SlackFailure failure) {
            if (failure.isPassing()) {
                throw failure;
            }
            LOG.warn("Admin rights not read person={} error={}", id, failure.error());
            return false;
        }
    }

    /** Whether a person may see and reload the courses: an author or an admin. */
    public boolean isAuthor(String id) {
        return roles.of(id).isPresent() || isAdmin(id);
    }

    /** Whether a person can be a delegate: their account is active, and they are not a bot. */
    public boolean isInUse(String id) {
        try {
            User user = directory.person(id);
            return !user.isDeleted() && !user.isBot();
        } catch (SlackFailure failure) {
            if (failure.concern() == Concern.RECIPIENT) {
                return false;
            }
            throw failure;
        }
    }

    public String nameOf(String id) {
        return learners.find(id).map(Learner::profile).map(Profile::name).orElse("");
    }
}
