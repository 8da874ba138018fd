package dev.fieldcert.slack.webapi;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.slack.api.methods.Methods;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.impl.MethodsClientImpl;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import okhttp3.FormBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Slack's client with one shared JSON mapper: the original builds a new one for each response, which takes most of a
 * call's time.
 */
final class SlackMethods extends MethodsClientImpl {

    private final SlackHttpClient http;
    private final String token;
    private final Gson gson;

    SlackMethods(SlackHttpClient http, String token) {
        super(http, token);
        this.http = http;
        this.token = token;
        this.gson = GsonFactory.createSnakeCase(http.getConfig());
        setEndpointUrlPrefix(http.getConfig().getMethodsEndpointUrlPrefix());
    }

    /**
     * Does what Slack's client does, and adds {@code client_msg_id}, by which Slack's own clients recognize that two
     * messages are the same. That field is not documented for apps, so it only supplements the lookup by metadata.
     *
     * @param messageId the bot's own id for the message; null for a message that is sent only once
     */
    ChatPostMessageResponse chatPostMessage(ChatPostMessageRequest request, String messageId)
            throws IOException, SlackApiException {
        FormBody.Builder form = RequestFormBuilder.toForm(request);
        if (messageId != null) {
            form.add(
                    "client_msg_id",
                    UUID.nameUUIDFromBytes(messageId.getBytes(StandardCharsets.UTF_8))
                            .toString());
        }
        return postFormWithTokenAndParseResponse(form, Methods.CHAT_POST_MESSAGE, token, ChatPostMessageResponse.class);
    }

    @Override
    protected <T extends SlackApiTextResponse> T postFormWithTokenAndParseResponse(
            FormBody.Builder form, String endpoint, String token, Class<T> type) throws IOException, SlackApiException {
        String url = getEndpointUrlPrefix() + endpoint;
        try (Response response = http.postFormWithBearerHeader(url, token, form.build());
                ResponseBody content = response.body()) {
            String body = content.string();
            if (!response.isSuccessful()) {
                throw new SlackApiException(response, body);
            }
            try {
                T parsed = gson.fromJson(body, type);
                if (parsed != null) {
                    return parsed;
                }
            } catch (JsonSyntaxException notJson) {
                throw new SlackApiException(response, body);
            }
            throw new SlackApiException(response, body);
        }
    }
}
