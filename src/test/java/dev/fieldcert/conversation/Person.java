package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.fail;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.client.Channel;
import dev.fieldcert.local.workspace.client.Outcome;
import dev.fieldcert.local.workspace.client.PersonClient;
import dev.fieldcert.local.workspace.state.SurfaceRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A person in a test, who types, clicks and reads. What she clicks is found by its visible label in the JSON that the bot
 * really sent. Each deed returns when the bot has answered and is quiet again; when she cannot find something, the test
 * fails with what is on her screen instead.
 */
public final class Person implements Controls {

    private static final Set<String> TEXT_FIELDS = Set.of(
            "plain_text_input", "number_input", "url_text_input", "email_text_input", "datepicker", "timepicker");

    private final LocalWorkspace workspace;
    private final PersonClient client;
    private final Runnable settle;
    private String conversation;
    private boolean atHome;
    private Map<String, String> fieldErrors = Map.of();
    private Optional<String> warning = Optional.empty();

    /** @param settle waits until the bot has nothing more to do */
    public Person(LocalWorkspace workspace, PersonClient client, Runnable settle) {
        this.workspace = workspace;
        this.client = client;
        this.settle = settle;
        this.conversation = client.directMessage();
    }

    /** The person with this handle; the bot answers everything within the request. */
    public static Person named(String name, LocalWorkspace workspace) {
        return new Person(workspace, workspace.person(name), () -> {});
    }

    public String id() {
        return client.id();
    }

    /** Everything else that a Slack client can do. */
    public PersonClient client() {
        return client;
    }

    /** From now on she types and reads in this channel. */
    public Person goesTo(Channel channel) {
        conversation = channel.id();
        atHome = false;
        return this;
    }

    /** From now on she types and reads in her direct messages with the bot. */
    public Person goesToTheBot() {
        conversation = client.directMessage();
        atHome = false;
        return this;
    }

    public Person types(String text) {
        atHome = false;
        return after(client.types(conversation, text));
    }

    @Override
    public Person clicks(String label) {
        return click(button(label));
    }

    /** The newest button with this label, to be kept and clicked later. */
    public Button button(String label) {
        return find(field -> field.isButton() && field.isCalled(label), "a button \"" + label + "\"");
    }

    public Person click(Button button) {
        return after(client.clicks(button.place(), button.seen(), button.blockId(), button.element()));
    }

    /** Chooses an option of the newest menu or radio group that offers it. */
    public Person chooses(String option) {
        Button found =
                find(field -> !field.isButton() && field.valueOf(option).isPresent(), "a choice \"" + option + "\"");
        return choose(found, List.of(option));
    }

    /** Chooses an option of the menu or radio group with this label (or placeholder). */
    @Override
    public Person chooses(String label, String option) {
        Button found = find(
                field -> isLabelled(field, label) && field.valueOf(option).isPresent(),
                "a choice \"" + option + "\" under \"" + label + "\"");
        return choose(found, List.of(option));
    }

    /** Ticks exactly these options of the newest group that offers them all, and takes the others off. */
    @Override
    public Person ticks(String... options) {
        Button found = find(
                field -> Arrays.stream(options)
                        .allMatch(option -> field.valueOf(option).isPresent()),
                "checkboxes " + Arrays.toString(options));
        return choose(found, List.of(options));
    }

    private Person choose(Button found, List<String> options) {
        var field = new Screen.Field(found.blockId(), "", found.element());
        var values = options.stream()
                .map(option -> field.valueOf(option).orElseThrow())
                .toList();
        return after(client.chooses(found.place(), found.blockId(), field.actionId(), values));
    }

    /** Picks a person or channel by id in the menu with this label. */
    public Person picks(String label, String id) {
        return fillIn(label, id, field -> field.type().endsWith("_select"));
    }

    /** Fills in the text, number or date field with this label; a modal or message keeps it until it is sent. */
    @Override
    public Person enters(String label, String text) {
        return fillIn(label, text, field -> TEXT_FIELDS.contains(field.type()));
    }

    private Person fillIn(String label, String value, Predicate<Screen.Field> kind) {
        Button found = find(field -> kind.test(field) && isLabelled(field, label), "a field \"" + label + "\"");
        String actionId = Screen.text(found.element(), "action_id");
        return after(client.chooses(found.place(), found.blockId(), actionId, List.of(value)));
    }

    /** Puts a file into the file field with this label. */
    public Person attaches(String label, String name, byte[] bytes) {
        Button found = find(field -> field.type().equals("file_input") && isLabelled(field, label), "a file field");
        String file = client.keeps(name, bytes).toString();
        return after(client.chooses(
                found.place(), found.blockId(), Screen.text(found.element(), "action_id"), List.of(file)));
    }

    /** Shares a file in the conversation. */
    public Person uploads(String name, byte[] bytes) {
        client.uploads(conversation, name, bytes);
        return settled();
    }

    /** Shares a file in the conversation, with words beside it. */
    public Person uploads(String name, byte[] bytes, String words) {
        client.uploads(conversation, name, bytes, words);
        return settled();
    }

    /** Sends the form on top. */
    public Person submits() {
        if (client.modals().isEmpty()) {
            fail("%s has no form to send.%n%s", name(), onTheScreen());
        }
        Outcome outcome = client.submits();
        fieldErrors = outcome.fieldErrors();
        return after(outcome);
    }

    /** Closes the form on top without sending it. */
    public Person closesTheForm() {
        return after(client.dismisses(false));
    }

    public Person opensHome() {
        atHome = true;
        client.opensHome();
        return settled();
    }

    /** The text of her Home tab. */
    public String home() {
        return client.home().map(view -> screen(homePlace(view), view).read()).orElse("");
    }

    /** The newest message in her conversation, in full; empty when there is none. */
    public String sees() {
        var messages = seesMessages();
        return messages.isEmpty() ? "" : messages.get(messages.size() - 1);
    }

    /** Every message in her conversation, oldest first. */
    public List<String> seesMessages() {
        return client.messages(conversation).stream()
                .map(message -> screen(messagePlace(message), message).read())
                .toList();
    }

    /** What she could read in a channel, oldest first, wherever she is. */
    public List<String> seesIn(Channel channel) {
        return client.messages(channel.id()).stream()
                .map(message -> screen(SurfaceRef.message(channel.id(), Screen.text(message, "ts")), message)
                        .read())
                .toList();
    }

    /** The text of the form on top; fails when there is none. */
    public String seesInModal() {
        var modals = client.modals();
        if (modals.isEmpty()) {
            fail("%s sees no form.%n%s", name(), onTheScreen());
        }
        JsonObject top = modals.get(modals.size() - 1);
        return screen(SurfaceRef.view(Screen.text(top, "id")), top).read();
    }

    public boolean hasAFormOpen() {
        return !client.modals().isEmpty();
    }

    /** Fails unless the form she sent last says this below one of its fields. */
    public Person seesFieldError(String text) {
        if (!fieldErrors.containsValue(text)) {
            fail("%s sees no field error \"%s\" but %s.%n%s", name(), text, fieldErrors, onTheScreen());
        }
        return this;
    }

    /** Slack's own warning after her last deed, if there was one. */
    public Optional<String> warning() {
        return warning;
    }

    private Person after(Outcome outcome) {
        warning = outcome.warning();
        return settled();
    }

    private Person settled() {
        settle.run();
        workspace.events().awaitQuiet();
        return this;
    }

    private boolean isLabelled(Screen.Field field, String label) {
        JsonObject element = field.element();
        return field.label().equals(label)
                || Screen.plain(element.get("placeholder")).equals(label)
                || Screen.text(element, "action_id").equals(label);
    }

    private Button find(Predicate<Screen.Field> wanted, String what) {
        for (Screen screen : screens()) {
            var fields = new ArrayList<>(screen.fields());
            for (Screen.Field field : fields) {
                if (wanted.test(field)) {
                    return new Button(screen.place(), screen.json(), field.blockId(), field.element());
                }
            }
        }
        return fail("%s does not see %s.%n%s", name(), what, onTheScreen());
    }

    /** What she can reach, the nearest first: the form on top alone, or else Home and messages, newest first. */
    private List<Screen> screens() {
        var modals = client.modals();
        if (!modals.isEmpty()) {
            JsonObject top = modals.get(modals.size() - 1);
            return List.of(screen(SurfaceRef.view(Screen.text(top, "id")), top));
        }
        var messages = new ArrayList<Screen>();
        client.messages(conversation).forEach(message -> messages.add(screen(messagePlace(message), message)));
        Collections.reverse(messages);
        var home = client.home().map(view -> screen(homePlace(view), view)).stream()
                .toList();
        var all = new ArrayList<Screen>(atHome ? home : messages);
        all.addAll(atHome ? messages : home);
        return all;
    }

    private String onTheScreen() {
        var lines = new ArrayList<String>();
        warning.ifPresent(text -> lines.add("Slack's warning: " + text));
        for (Screen screen : screens()) {
            if (lines.size() < 4) {
                lines.add("— " + screen.read());
            }
        }
        return lines.isEmpty() ? "Her screen is empty." : "Her screen, newest first:\n" + String.join("\n\n", lines);
    }

    private Screen screen(SurfaceRef place, JsonObject json) {
        return new Screen(place, json, this::nameOf);
    }

    private SurfaceRef messagePlace(JsonObject message) {
        return SurfaceRef.message(conversation, Screen.text(message, "ts"));
    }

    private static SurfaceRef homePlace(JsonObject view) {
        return SurfaceRef.view(Screen.text(view, "id"));
    }

    private String nameOf(String userId) {
        try {
            return Screen.text(workspace.personById(userId).user(), "name");
        } catch (RuntimeException unknown) {
            return userId;
        }
    }

    private String name() {
        return Screen.text(client.user(), "name");
    }
}
