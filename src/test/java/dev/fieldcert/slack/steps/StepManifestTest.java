package dev.fieldcert.slack.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps as they are declared are the steps as they are written. */
class StepManifestTest {

    private static JsonObject functions() throws IOException {
        return JsonParser.parseString(Files.readString(Path.of("manifests/slack/workflow-steps.json")))
                .getAsJsonObject()
                .getAsJsonObject("functions");
    }

    @Test
    void everyStepIsDeclared() throws IOException {
        assertThat(functions().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Step.values()).map(Step::id).toList());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void itsInputsAndOutputsAreDeclared(Step step) throws IOException {
        JsonObject declared = functions().getAsJsonObject(step.id());
        JsonObject inputs = declared.getAsJsonObject("input_parameters");

        assertThat(inputs.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(step.required().stream(), step.optional().stream())
                        .toList());
        assertThat(inputs.keySet())
                .allSatisfy(name -> assertThat(
                                inputs.getAsJsonObject(name).get("is_required").getAsBoolean())
                        .isEqualTo(step.required().contains(name)));
        assertThat(declared.getAsJsonObject("output_parameters").keySet())
                .containsExactlyInAnyOrderElementsOf(step.outputs());
    }
}
