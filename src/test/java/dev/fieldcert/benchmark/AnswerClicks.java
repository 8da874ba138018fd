package dev.fieldcert.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed HTTP requests, each a click on the answer of one learner's open question, as Slack sends them. */
final class AnswerClicks {

    /** Whose question, which, and which button. */
    record Answer(String learner, String attempt, int index) {}

    private static final String QUESTION =
            "*Question 7 of 20*\\nA customer says that their releases take a quarter and are frightening. Which question"
                    + " finds out most about where a first project could begin?";
    private static final String OPTION =
            "Ask who approves a release today, how long each approval takes, and what happens when one is refused.";

    private final SecretKeySpec key;
    private final String responseUrl;
    private final AtomicLong number = new AtomicLong();

    AnswerClicks(String signingSecret, String responseUrl) {
        this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.responseUrl = responseUrl;
    }

    byte[] request(Answer answer) {
        byte[] body = ("payload=" + URLEncoder.encode(json(answer), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.US_ASCII);
        long timestamp = Instant.now().getEpochSecond();
        byte[] head = ("POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slack-Request-Timestamp: " + timestamp
                        + "\r\nX-Slack-Signature: v0=" + signature(timestamp, body)
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /** How long the body of a click is. */
    int bodyLength() {
        return URLEncoder.encode(json(new Answer("U0000000", "a1-chance0", 0)), StandardCharsets.UTF_8)
                        .length()
                + "payload=".length();
    }

    private String json(Answer answer) {
        long unique = number.incrementAndGet();
        return """
                {"type":"block_actions","user":{"id":"%1$s","username":"%1$s","name":"%1$s","team_id":"T0BENCH"},\
                "api_app_id":"A0BENCH","token":"unused","container":{"type":"message","message_ts":"1700000000.000100",\
                "channel_id":"D0BENCH","is_ephemeral":false},"trigger_id":"%2$d.1.abcdef0123456789",\
                "team":{"id":"T0BENCH","domain":"bench"},"enterprise":null,"is_enterprise_install":false,\
                "channel":{"id":"D0BENCH","name":"directmessage"},"message":{"type":"message","user":"U0BOT",\
                "ts":"1700000000.000100","bot_id":"B0BENCH","app_id":"A0BENCH","text":"Question 7 of 20","team":"T0BENCH",\
                "blocks":[{"type":"section","block_id":"ask","text":{"type":"mrkdwn","text":"%3$s","verbatim":false}},\
                {"type":"section","block_id":"a","text":{"type":"mrkdwn","text":"%4$s","verbatim":false}},\
                {"type":"actions","block_id":"choose","elements":[{"type":"button","action_id":"answer:1",\
                "text":{"type":"plain_text","text":"A","emoji":true},"value":"%5$s|%6$d|a"}]}]},"state":{"values":{}},\
                "response_url":"%7$s","actions":[{"action_id":"answer:1","block_id":"choose",\
                "text":{"type":"plain_text","text":"A","emoji":true},"value":"%5$s|%6$d|a","type":"button",\
                "action_ts":"1700000000.%2$06d"}]}""".formatted(answer.learner(), unique, QUESTION, OPTION, answer.attempt(), answer.index(), responseUrl);
    }

    private String signature(long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
