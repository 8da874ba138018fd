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

/** The workspace's people, groups and channels. Throws {@link SlackFailure}. */
@Component
public class SlackDirectory {

    private static final int PAGE = 200;
    /** For lists that may hold a hundred thousand people. */
    private static final int BIG_PAGE = 1000;

    private final SlackCalls calls;
    private volatile String ownTeam;

    SlackDirectory(SlackCalls calls) {
        this.calls = calls;
    }

    /** Id of the workspace the bot belongs to. */
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
     * Some of everybody.
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

    /** From when to when Slack keeps a person's notifications quiet. */
    public record QuietWindow(Instant from, Instant until) {}

    /** The person's next Do Not Disturb window; empty when they have none. */
    public Optional<QuietWindow> quietWindow(String person) {
        var info = calls.call("dnd.info", methods -> methods.dndInfo(request -> request.user(person)));
        if (!info.isDndEnabled() || info.getNextDndStartTs() == null || info.getNextDndEndTs() == null) {
            return Optional.empty();
        }
        return Optional.of(new QuietWindow(
                Instant.ofEpochSecond(info.getNextDndStartTs()), Instant.ofEpochSecond(info.getNextDndEndTs())));
    }

    /**
     * For up to 50 people with one call: who has a next Do Not Disturb window; the others have none or are unknown.
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
     * @param handle what follows the {@code @}
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

    /** Id of the user group with this handle. */
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

    /** Id of the public channel with this name. */
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
     * Some of a channel's members.
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
