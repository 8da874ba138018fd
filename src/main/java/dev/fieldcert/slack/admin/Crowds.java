package dev.fieldcert.slack.admin;

import com.slack.api.model.User;
import dev.fieldcert.slack.KnownPeople;
import dev.fieldcert.slack.KnownPeople.KnownPerson;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.Patience;
import dev.fieldcert.slack.SlackDirectory;
import dev.fieldcert.slack.SlackFailure;
import java.util.Collection;
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
class Crowds {

    /** Up to so many people are looked up one by one; more are picked out of the workspace's list. */
    private static final int ONE_BY_ONE = 40;

    private final KnownPeople known;
    private final SlackDirectory directory;

    Crowds(KnownPeople known, SlackDirectory directory) {
        this.known = known;
        this.directory = directory;
    }

    /** @throws NotUnderstood when nobody, several or not a person is named */
    String onePerson(List<Mention> mentions, String usage) {
        if (mentions.size() != 1 || mentions.get(0).isPlace() || mentions.get(0).kind() == Mention.Kind.GROUP) {
            throw new NotUnderstood("Name one person: `/cert-admin " + usage + "`. Nothing was changed.");
        }
        Mention mention = mentions.get(0);
        return person(mention)
                .orElseThrow(() -> new NotUnderstood("I can't find " + Sentences.quoted(mention.typed())
                        + " in this workspace. Pick the name from Slack's list while you type, or use the e-mail address. "
                        + "Nothing was changed."));
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

    /** A handle is unique; a display name counts only when exactly one person has it. */
    private Optional<String> byName(String name) {
        Set<String> handles = new HashSet<>();
        Set<String> shown = new HashSet<>();
        String wanted = name.toLowerCase(Locale.ROOT);
        known.search(Patience.NONE, person -> {
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
     * Everybody named, once each.
     *
     * @throws NotUnderstood when one of the names leads nowhere
     */
    Set<String> everybody(List<Mention> mentions) {
        Set<String> ids = new LinkedHashSet<>();
        for (Mention mention : mentions) {
            ids.addAll(members(mention));
        }
        return ids;
    }

    private Collection<String> members(Mention mention) {
        switch (mention.kind()) {
            case GROUP:
                return membersOfGroup(mention.id(), mention);
            case CHANNEL:
                return membersOfChannel(mention);
            case BROADCAST:
                throw new NotUnderstood("`" + Mrkdwn.escape(mention.typed())
                        + "` could be anybody. Name people, a group or a #channel. Nothing was changed.");
            default:
                Optional<String> person = person(mention);
                if (person.isPresent()) {
                    return List.of(person.get());
                }
                Optional<String> group = mention.kind() == Mention.Kind.NAME
                        ? directory.groupByHandle(mention.name())
                        : Optional.empty();
                return membersOfGroup(
                        group.orElseThrow(() -> new NotUnderstood("I can't find " + Sentences.quoted(mention.typed())
                                + ": no person and no group has that name here. Nothing was changed.")),
                        mention);
        }
    }

    private List<String> membersOfGroup(String id, Mention mention) {
        try {
            return directory.membersOfGroup(id);
        } catch (SlackFailure failure) {
            if (failure.isUnknownOutcome() || failure.retryAfter().isPresent()) {
                throw failure;
            }
            throw new NotUnderstood("I can't see into the group " + Sentences.quoted(mention.typed()) + " (Slack says `"
                    + failure.error() + "`). Name a #channel instead, or the people. Nothing was changed.");
        }
    }

    private List<String> membersOfChannel(Mention mention) {
        return membersOfChannel(channel(mention), mention.typed());
    }

    /** @throws NotUnderstood when the bot cannot see into it */
    List<String> membersOfChannel(String id, String typed) {
        try {
            return directory.membersOfChannel(id);
        } catch (SlackFailure failure) {
            throw outOfReach(typed, failure);
        }
    }

    /** @throws NotUnderstood when there is no such channel, or none the bot can see */
    String channel(Mention mention) {
        if (mention.id() != null) {
            return mention.id();
        }
        return directory
                .channelByName(mention.name())
                .orElseThrow(() -> new NotUnderstood("I can't see a channel called "
                        + Sentences.quoted(mention.typed())
                        + ". If it is private, invite me there first with `/invite @FieldCert`. Nothing was changed."));
    }

    static RuntimeException outOfReach(String typed, SlackFailure failure) {
        if (!failure.isPermanent() && !failure.error().equals("missing_scope")) {
            return failure;
        }
        return new NotUnderstood("I can't see into " + Sentences.quoted(typed) + " (Slack says `" + failure.error()
                + "`). Invite me there with `/invite @FieldCert` and try again. Nothing was changed.");
    }

    /**
     * What Slack knows of these people, in no particular order.
     *
     * @param unknown hears the ids Slack does not know
     */
    void look(Collection<String> ids, Patience patience, Consumer<KnownPerson> found, Consumer<String> unknown) {
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

    /** The people with these addresses, which are in lower case; whoever is not found is not heard of. */
    void byEmail(Set<String> emails, Patience patience, BiConsumer<String, KnownPerson> found) {
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
