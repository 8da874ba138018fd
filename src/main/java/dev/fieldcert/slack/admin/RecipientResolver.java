package dev.fieldcert.slack.admin;

import com.slack.api.model.User;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.users.KnownPeople;
import dev.fieldcert.slack.users.KnownPeople.KnownPerson;
import dev.fieldcert.slack.webapi.CallPolicy;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Finds the people behind a name, a group or a channel. */
@Component
public class RecipientResolver {

    /** Up to this many people are looked up one by one. For more, the list of all members is read. */
    private static final int ONE_BY_ONE = 40;

    private final KnownPeople known;
    private final SlackDirectory directory;

    public RecipientResolver(KnownPeople known, SlackDirectory directory) {
        this.known = known;
        this.directory = directory;
    }

    /** @throws CommandException if the mention is not a person of this workspace */
    public String onePerson(Mention mention) {
        return person(mention)
                .orElseThrow(() -> new CommandException("I can’t find " + Sentences.quoted(mention.typed())
                        + " in this workspace. Pick the name from Slack’s list while you type, or use "
                        + "the email address. Nothing was changed."));
    }

    private Optional<String> person(Mention mention) {
        switch (mention.kind()) {
            case PERSON:
                return known(mention.id());
            case NAME:
                return byName(mention.name());
            case EMAIL:
                return directory.personByEmail(mention.name()).map(User::getId);
            default:
                return Optional.empty();
        }
    }

    private Optional<String> known(String id) {
        try {
            return Optional.of(directory.person(id).getId());
        } catch (SlackFailure failure) {
            if (failure.error().equals("user_not_found")) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Finds a person by handle, or by a display name that exactly one person has. */
    private Optional<String> byName(String name) {
        Set<String> handles = new HashSet<>();
        Set<String> shown = new HashSet<>();
        String wanted = name.toLowerCase(Locale.ROOT);
        known.search(CallPolicy.NONE, person -> {
            if (wanted.equals(lower(person.handle()))) {
                handles.add(person.id());
            } else if (wanted.equals(lower(person.profile().name()))) {
                shown.add(person.id());
            }
            return handles.isEmpty();
        });
        Set<String> found = handles.isEmpty() ? shown : handles;
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /**
     * A group or a channel whose members have not been looked up yet.
     *
     * @param typed the group or channel as the admin named it
     */
    public record Recipients(boolean channel, String id, String typed) {}

    /** The recipients an admin named: people, and groups or channels. */
    public record Named(Set<String> people, List<Recipients> recipients) {

        public Named {
            people = Collections.unmodifiableSet(new LinkedHashSet<>(people));
            recipients = List.copyOf(recipients);
        }

        /** The recipients in words, such as "3 people, #sales". */
        public String words() {
            List<String> words = new ArrayList<>();
            if (!people.isEmpty()) {
                words.add(Sentences.people(people.size()));
            }
            recipients.forEach(many -> words.add(many.typed()));
            return String.join(", ", words);
        }
    }

    /** @throws CommandException if a name cannot be resolved */
    public Named named(List<Mention> mentions) {
        Set<String> people = new LinkedHashSet<>();
        List<Recipients> recipients = new ArrayList<>();
        for (Mention mention : mentions) {
            switch (mention.kind()) {
                case GROUP:
                    recipients.add(new Recipients(false, mention.id(), mention.typed()));
                    break;
                case CHANNEL:
                    recipients.add(new Recipients(true, channel(mention), mention.typed()));
                    break;
                case BROADCAST:
                    throw new CommandException("`" + Mrkdwn.escape(mention.typed())
                            + "` could be anyone. Name people, a group, or a #channel. Nothing was changed.");
                default:
                    person(mention).ifPresentOrElse(people::add, () -> recipients.add(group(mention)));
            }
        }
        return new Named(people, recipients);
    }

    private Recipients group(Mention mention) {
        Optional<String> group =
                mention.kind() == Mention.Kind.NAME ? directory.groupByHandle(mention.name()) : Optional.empty();
        return new Recipients(
                false,
                group.orElseThrow(() -> new CommandException("I can’t find " + Sentences.quoted(mention.typed())
                        + ". No person or group here has that name. Nothing was changed.")),
                mention.typed());
    }

    /**
     * The ids of everybody who was named, without duplicates.
     *
     * @throws CommandException if the bot cannot read the members of a group or channel
     */
    public Set<String> everybody(Named named, CallPolicy patience) {
        Set<String> ids = new LinkedHashSet<>(named.people());
        for (Recipients many : named.recipients()) {
            ids.addAll(many.channel() ? membersOfChannel(many, patience) : membersOfGroup(many, patience));
        }
        return ids;
    }

    private List<String> membersOfGroup(Recipients group, CallPolicy patience) {
        try {
            return patience.wait(() -> directory.membersOfGroup(group.id()));
        } catch (SlackFailure failure) {
            if (failure.isUnknownOutcome() || failure.retryAfter().isPresent()) {
                throw failure;
            }
            throw new CommandException(
                    "I can’t see into the group " + Sentences.quoted(group.typed()) + " (Slack says `" + failure.error()
                            + "`). Name a #channel or people instead. Nothing was changed.");
        }
    }

    private List<String> membersOfChannel(Recipients channel, CallPolicy patience) {
        List<String> members = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        try {
            while (cursor.isPresent()) {
                String from = cursor.get();
                SlackDirectory.MembersPage page = patience.wait(() -> directory.membersPage(channel.id(), from));
                members.addAll(page.people());
                cursor = page.next();
            }
        } catch (SlackFailure failure) {
            throw outOfReach(channel.typed(), failure);
        }
        return members;
    }

    /** @throws CommandException if the channel does not exist or the bot cannot see it */
    public String channel(Mention mention) {
        if (mention.id() != null) {
            return mention.id();
        }
        return directory
                .channelByName(mention.name())
                .orElseThrow(() -> new CommandException("I can’t see a channel called "
                        + Sentences.quoted(mention.typed())
                        + ". If it’s private, invite me there first with `/invite @FieldCert`. Nothing was changed."));
    }

    public static RuntimeException outOfReach(String typed, SlackFailure failure) {
        if (!failure.isPermanent() && !failure.error().equals("missing_scope")) {
            return failure;
        }
        return new CommandException("I can’t see into " + Sentences.quoted(typed) + " (Slack says `" + failure.error()
                + "`). Invite me there with `/invite @FieldCert` and try again. Nothing was changed.");
    }

    /**
     * Reads these people from Slack, in no particular order.
     *
     * @param unknown receives the ids that Slack does not know
     */
    public void look(
            Collection<String> ids, CallPolicy patience, Consumer<KnownPerson> found, Consumer<String> unknown) {
        Set<String> open = new LinkedHashSet<>(ids);
        if (ids.size() <= ONE_BY_ONE) {
            for (String id : ids) {
                try {
                    found.accept(KnownPerson.of(patience.wait(() -> directory.person(id))));
                } catch (SlackFailure failure) {
                    if (!failure.error().equals("user_not_found")) {
                        throw failure;
                    }
                    unknown.accept(id);
                }
            }
            return;
        }
        known.search(patience, person -> {
            if (open.remove(person.id())) {
                found.accept(person);
            }
            return !open.isEmpty();
        });
        open.forEach(unknown);
    }

    /** Whether the person belongs to another company, with which this workspace shares a channel. */
    public boolean isOfAnotherCompany(KnownPerson person) {
        return !person.teams().isEmpty() && !person.teams().contains(directory.ownTeam());
    }

    /** Finds the people with these addresses, which must be lowercase. Unknown addresses are left out. */
    public void byEmail(Set<String> emails, CallPolicy patience, BiConsumer<String, KnownPerson> found) {
        if (emails.size() <= ONE_BY_ONE) {
            for (String email : emails) {
                patience.wait(() -> directory.personByEmail(email))
                        .ifPresent(user -> found.accept(email, KnownPerson.of(user)));
            }
            return;
        }
        Set<String> open = new HashSet<>(emails);
        known.search(patience, person -> {
            String email = lower(person.profile().email());
            if (!person.profile().deactivated() && open.remove(email)) {
                found.accept(email, person);
            }
            return !open.isEmpty();
        });
    }
}
