package dev.fieldcert.slack.webapi;

import com.slack.api.methods.response.conversations.ConversationsListResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.User;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The workspace's people, groups and channels. Methods throw {@link SlackFailure}. */
@Component
public class SlackDirectory {

    private static final int PAGE = 200;
    /** The page size for lists that may have a hundred thousand people. */
    private static final int BIG_PAGE = 1000;

    private final SlackCalls calls;
    private volatile String ownTeam;

    SlackDirectory(SlackCalls calls) {
        this.calls = calls;
    }

    /** The id of the workspace the bot belongs to. */
    public String ownTeam() {
        String known = ownTeam;
        if (known == null) {
            known = calls.call("auth.test", methods -> methods.authTest(request -> request))
                    .getTeamId();
            ownTeam = known;
        }
        return known;
    }

    public User person(String id) {
        return calls.call(
                        "users.info",
                        methods -> methods.usersInfo(request -> request.user(id).includeLocale(true)))
                .getUser();
    }

    public Optional<User> personByEmail(String email) {
        try {
            return Optional.of(calls.call(
                            "users.lookupByEmail",
                            methods -> methods.usersLookupByEmail(request -> request.email(email)))
                    .getUser());
        } catch (SlackFailure failure) {
            if (failure.error().equals("users_not_found")) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /**
     * One page of the workspace's members.
     *
     * @param next cursor of the next page; empty after the last one
     */
    public record PeoplePage(List<User> people, Optional<String> next) {}

    /** @param cursor empty for the first page */
    public PeoplePage peoplePage(String cursor) {
        var page = calls.call(
                "users.list",
                methods ->
                        methods.usersList(request -> request.limit(BIG_PAGE).cursor(cursor.isEmpty() ? null : cursor)));
        return new PeoplePage(page.getMembers(), SlackCalls.nextCursor(page.getResponseMetadata()));
    }

    /** The value of a custom profile field. */
    public Optional<String> profileField(String person, String fieldId) {
        var profile = calls.call(
                        "users.profile.get", methods -> methods.usersProfileGet(request -> request.user(person)))
                .getProfile();
        return Optional.ofNullable(profile.getFields())
                .map(fields -> fields.get(fieldId))
                .map(User.Profile.Field::getValue)
                .filter(value -> !value.isBlank());
    }

    /** The period in which Slack mutes a person's notifications. */
    public record QuietWindow(Instant from, Instant until) {}

    /** The person's current or next Do Not Disturb window; empty if they have none. */
    public Optional<QuietWindow> quietWindow(String person) {
        var info = calls.call("dnd.info", methods -> methods.dndInfo(request -> request.user(person)));
        if (!info.isDndEnabled() || info.getNextDndStartTs() == null || info.getNextDndEndTs() == null) {
            return Optional.empty();
        }
        return Optional.of(new QuietWindow(
                Instant.ofEpochSecond(info.getNextDndStartTs()), Instant.ofEpochSecond(info.getNextDndEndTs())));
    }

    /**
     * The current or next Do Not Disturb windows of up to 50 people, by person, with one call. Anyone not in the
     * result has none or is unknown to Slack.
     */
    public Map<String, QuietWindow> quietWindows(List<String> people) {
        var team = calls.call("dnd.teamInfo", methods -> methods.dndTeamInfo(request -> request.users(people)));
        Map<String, QuietWindow> windows = new HashMap<>();
        team.getUsers().forEach((person, info) -> {
            if (info.isDndEnabled() && info.getNextDndStartTs() != null && info.getNextDndEndTs() != null) {
                windows.put(
                        person,
                        new QuietWindow(
                                Instant.ofEpochSecond(info.getNextDndStartTs()),
                                Instant.ofEpochSecond(info.getNextDndEndTs())));
            }
        });
        return windows;
    }

    public List<String> membersOfGroup(String groupId) {
        return calls.call(
                        "usergroups.users.list",
                        methods -> methods.usergroupsUsersList(request -> request.usergroup(groupId)))
                .getUsers();
    }

    /**
     * A user group.
     *
     * @param handle the name after the {@code @}
     */
    public record Group(String id, String handle, String name) {}

    /** The active user groups. */
    public List<Group> groups() {
        return calls
                .call("usergroups.list", methods -> methods.usergroupsList(request -> request))
                .getUsergroups()
                .stream()
                .map(group -> new Group(group.getId(), group.getHandle(), group.getName()))
                .toList();
    }

    /** The id of the user group with this handle. */
    public Optional<String> groupByHandle(String handle) {
        return groups().stream()
                .filter(group -> handle.equalsIgnoreCase(group.handle()))
                .map(Group::id)
                .findFirst();
    }

    public Conversation channel(String channelId) {
        return calls.call(
                        "conversations.info",
                        methods -> methods.conversationsInfo(request -> request.channel(channelId)))
                .getChannel();
    }

    /** The id of the public channel with this name. */
    public Optional<String> channelByName(String name) {
        return calls.pages(
                        "conversations.list",
                        ConversationsListResponse::getResponseMetadata,
                        (methods, cursor) -> methods.conversationsList(request ->
                                request.limit(PAGE).excludeArchived(true).cursor(cursor)))
                .flatMap(page -> page.getChannels().stream())
                .filter(channel -> name.equalsIgnoreCase(channel.getName()))
                .map(Conversation::getId)
                .findFirst();
    }

    /**
     * One page of a channel's members.
     *
     * @param next cursor of the next page; empty after the last one
     */
    public record MembersPage(List<String> people, Optional<String> next) {}

    /** @param cursor empty for the first page */
    public MembersPage membersPage(String channelId, String cursor) {
        var page = calls.call(
                "conversations.members",
                methods -> methods.conversationsMembers(request ->
                        request.channel(channelId).limit(BIG_PAGE).cursor(cursor.isEmpty() ? null : cursor)));
        return new MembersPage(page.getMembers(), SlackCalls.nextCursor(page.getResponseMetadata()));
    }
}
