package dev.fieldcert.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.File;
import com.slack.api.model.event.FunctionExecutedEvent;
import com.slack.api.model.view.ViewState;
import dev.fieldcert.learner.Notification.MessageRef;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.payload.WorkflowStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reduces Slack's payloads to what handlers need. */
final class PayloadReader {

    private PayloadReader() {}

    static BlockAction read(BlockActionPayload payload) {
        BlockActionPayload.Action action = payload.getActions().get(0);
        BlockActionPayload.Container container = payload.getContainer();
        boolean inMessage = container != null && container.getMessageTs() != null;
        String channel = payload.getChannel() != null
                ? payload.getChannel().getId()
                : container == null ? null : container.getChannelId();
        return new BlockAction(
                Objects.requireNonNull(payload.getUser().getId(), "nobody clicked"),
                inMessage ? new MessageRef(channel, container.getMessageTs()) : null,
                inMessage && container.isEphemeral(),
                action.getActionId(),
                value(action),
                payload.getState() == null ? viewInputs(payload) : inputs(payload.getState()),
                payload.getTriggerId(),
                payload.getResponseUrl(),
                payload.getView() == null ? null : payload.getView().getId(),
                payload.getView() == null ? "" : payload.getView().getPrivateMetadata());
    }

    private static Map<String, List<String>> viewInputs(BlockActionPayload payload) {
        return payload.getView() == null || payload.getView().getState() == null
                ? Map.of()
                : inputs(payload.getView().getState());
    }

    private static String value(BlockActionPayload.Action action) {
        if (action.getSelectedOption() != null) {
            return action.getSelectedOption().getValue();
        }
        if (action.getSelectedUser() != null) {
            return action.getSelectedUser();
        }
        if (action.getSelectedOptions() != null) {
            return String.join(
                    ",",
                    action.getSelectedOptions().stream()
                            .map(BlockActionPayload.Action.SelectedOption::getValue)
                            .toList());
        }
        return action.getValue() == null ? "" : action.getValue();
    }

    static ViewSubmission read(ViewSubmissionPayload payload) {
        ViewState state = payload.getView().getState();
        return new ViewSubmission(
                Objects.requireNonNull(payload.getUser().getId(), "nobody sent it"),
                payload.getView().getCallbackId(),
                payload.getView().getId(),
                Objects.requireNonNullElse(payload.getView().getPrivateMetadata(), ""),
                inputs(state),
                files(state));
    }

    private static Map<String, List<String>> inputs(ViewState state) {
        Map<String, List<String>> inputs = new HashMap<>();
        if (state != null && state.getValues() != null) {
            state.getValues()
                    .forEach((block, elements) -> elements.values().forEach(value -> inputs.put(block, values(value))));
        }
        return inputs;
    }

    private static List<String> values(ViewState.Value value) {
        if (value.getSelectedOption() != null && value.getSelectedOption().getValue() != null) {
            return List.of(value.getSelectedOption().getValue());
        }
        if (value.getSelectedOptions() != null) {
            return value.getSelectedOptions().stream()
                    .map(ViewState.SelectedOption::getValue)
                    .toList();
        }
        if (value.getSelectedUsers() != null) {
            return value.getSelectedUsers();
        }
        for (String single : new String[] {
            value.getValue(),
            value.getSelectedDate(),
            value.getSelectedTime(),
            value.getSelectedUser(),
            value.getSelectedChannel(),
            value.getSelectedConversation()
        }) {
            if (single != null) {
                return List.of(single);
            }
        }
        return List.of();
    }

    private static Map<String, List<String>> files(ViewState state) {
        Map<String, List<String>> files = new HashMap<>();
        if (state != null && state.getValues() != null) {
            state.getValues()
                    .forEach((block, elements) -> elements.values().forEach(value -> {
                        if (value.getFiles() != null) {
                            files.put(
                                    block,
                                    value.getFiles().stream().map(File::getId).toList());
                        }
                    }));
        }
        return files;
    }

    /** Leaves out inputs that are not a single value; none of our steps has such an input. */
    static WorkflowStep read(FunctionExecutedEvent event) {
        Map<String, String> inputs = new HashMap<>();
        if (event.getInputs() != null) {
            event.getInputs().forEach((name, value) -> {
                if (value != null && value.getStringValue() != null) {
                    inputs.put(name, value.getStringValue());
                }
            });
        }
        return new WorkflowStep(
                Objects.requireNonNull(event.getFunctionExecutionId()),
                event.getFunction().getCallbackId(),
                inputs);
    }
}
