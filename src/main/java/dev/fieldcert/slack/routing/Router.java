package dev.fieldcert.slack.routing;

import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.Joined;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.payload.WorkflowStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The handlers of every subcommand, block action and view submission, registered at start and read by {@code
 * SlackDispatch}.
 */
public final class Router {

    /**
     * A subcommand that people can type.
     *
     * @param usage the subcommand with its arguments
     * @param help a description in one line
     */
    public record Subcommand(String name, String usage, String help, Consumer<TextCommand> handler) {}

    private final Map<String, Subcommand> subcommands = new LinkedHashMap<>();
    private final Map<String, Subcommand> adminSubcommands = new LinkedHashMap<>();
    private final Map<String, Subcommand> authorSubcommands = new LinkedHashMap<>();
    private final Map<String, Consumer<BlockAction>> clicks = new LinkedHashMap<>();
    private final Map<String, Function<ViewSubmission, SubmissionResponse>> forms = new LinkedHashMap<>();
    private Consumer<String> home = person -> {};
    private Consumer<Joined> joined = newcomers -> {};
    private Consumer<WorkflowStep> workflowStep = step -> {};
    private BiConsumer<WorkflowStep, String> failedStep = (step, sentence) -> {};
    private Predicate<TextCommand> typed = command -> false;
    private Predicate<TextCommand> question = command -> false;

    /** Registers a subcommand for {@code /cert}, which also works alone in the DM. */
    public void subcommand(String name, String usage, String help, Consumer<TextCommand> handler) {
        add(subcommands, new Subcommand(name, usage, help, handler));
    }

    /** Registers a subcommand for {@code /cert-admin}. */
    public void adminSubcommand(String name, String usage, String help, Consumer<TextCommand> handler) {
        add(adminSubcommands, new Subcommand(name, usage, help, handler));
    }

    /** Registers a subcommand for {@code /cert-admin} that authors may also use. */
    public void authorSubcommand(String name, String usage, String help, Consumer<TextCommand> handler) {
        adminSubcommand(name, usage, help, handler);
        authorSubcommands.put(name, adminSubcommands.get(name));
    }

    private static void add(Map<String, Subcommand> table, Subcommand subcommand) {
        if (table.put(subcommand.name(), subcommand) != null) {
            throw new IllegalStateException("Two conversations answer to " + subcommand.name());
        }
    }

    /**
     * @param action the part of the action id before the colon: {@code answer:2} is the second button of {@code
     *     answer}
     */
    public void blockAction(String action, Consumer<BlockAction> handler) {
        if (clicks.put(action, handler) != null) {
            throw new IllegalStateException("Two conversations answer to the button " + action);
        }
    }

    public void viewSubmission(String callbackId, Function<ViewSubmission, SubmissionResponse> handler) {
        if (forms.put(callbackId, handler) != null) {
            throw new IllegalStateException("Two conversations answer to the form " + callbackId);
        }
    }

    /** Registers the renderer of a person's Home. */
    public void home(Consumer<String> handler) {
        home = handler;
    }

    /**
     * Registers the handler of a DM that is not a subcommand but may answer an open question; it returns whether it
     * handled the text.
     */
    public void typed(Predicate<TextCommand> handler) {
        typed = handler;
    }

    /**
     * Registers the handler of text that is neither a command nor an answer but may be a question; it returns whether
     * it handled the text.
     */
    public void question(Predicate<TextCommand> handler) {
        question = handler;
    }

    /** Registers the handler of people joining the workspace, a channel or a group, and of changed profiles. */
    public void joined(Consumer<Joined> handler) {
        joined = handler;
    }

    public Consumer<Joined> joined() {
        return joined;
    }

    /**
     * Registers the handler of workflow steps.
     *
     * @param failed ends a step after an unexpected error, with a sentence that describes it
     */
    public void workflowStep(Consumer<WorkflowStep> handler, BiConsumer<WorkflowStep, String> failed) {
        workflowStep = handler;
        failedStep = failed;
    }

    public Consumer<WorkflowStep> workflowStep() {
        return workflowStep;
    }

    public BiConsumer<WorkflowStep, String> failedStep() {
        return failedStep;
    }

    public List<Subcommand> subcommands() {
        return List.copyOf(subcommands.values());
    }

    public List<Subcommand> adminSubcommands() {
        return List.copyOf(adminSubcommands.values());
    }

    public List<Subcommand> authorSubcommands() {
        return List.copyOf(authorSubcommands.values());
    }

    public Optional<Subcommand> authorSubcommand(String name) {
        return Optional.ofNullable(authorSubcommands.get(name));
    }

    public Optional<Subcommand> subcommand(String name) {
        return Optional.ofNullable(subcommands.get(name));
    }

    public Optional<Subcommand> adminSubcommand(String name) {
        return Optional.ofNullable(adminSubcommands.get(name));
    }

    public Optional<Consumer<BlockAction>> blockAction(String actionId) {
        int colon = actionId.indexOf(':');
        return Optional.ofNullable(clicks.get(colon < 0 ? actionId : actionId.substring(0, colon)));
    }

    public Optional<Function<ViewSubmission, SubmissionResponse>> viewSubmission(String callbackId) {
        return Optional.ofNullable(forms.get(callbackId));
    }

    public Predicate<TextCommand> typed() {
        return typed;
    }

    public Predicate<TextCommand> question() {
        return question;
    }

    public Consumer<String> home() {
        return home;
    }
}
