package dev.fieldcert.web;

import dev.fieldcert.database.Deadline;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Keeps visitors, whose requests are not signed, from taking the threads that Slack's requests need. It limits the
 * number of concurrent visits, and more strictly those that send a body. It also sets a deadline for a visit's body to
 * arrive, and one for all its database queries. Tomcat's own timeout applies to each piece of a request, however many
 * pieces there are.
 */
final class VisitorShare extends ValveBase {

    /**
     * The request attribute that holds, for Slack's requests, a {@link Runnable} that makes Tomcat skip the rest of
     * the body.
     */
    private static final String GIVE_UP = "dev.fieldcert.give-up";

    private static final String SLACK = "/slack/";

    /** The maximum number of concurrent visits without a body: half of Tomcat's threads. */
    private static final int VISITS = 100;

    private static final int UPLOADS = 20;
    private static final Duration TO_ARRIVE = Duration.ofSeconds(5);
    private static final Duration OF_THE_DATABASE = Duration.ofSeconds(2);
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final Semaphore visits = new Semaphore(VISITS);
    private final Semaphore uploads = new Semaphore(UPLOADS);

    VisitorShare() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getRequestURI().startsWith(SLACK)) {
            request.setAttribute(GIVE_UP, (Runnable) () -> giveUp(request));
            getNext().invoke(request, response);
            return;
        }
        boolean sends = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        Semaphore share = sends ? uploads : visits;
        if (!share.tryAcquire()) {
            giveUp(request);
            refuse(response);
            return;
        }
        try {
            visit(request, response);
        } finally {
            share.release();
        }
    }

    private void visit(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request raw = request.getCoyoteRequest();
        InputBuffer body = raw.getInputBuffer();
        raw.setInputBuffer(new Timed(body, System.nanoTime() + TO_ARRIVE.toNanos()));
        try {
            Deadline.within(OF_THE_DATABASE, () -> {
                getNext().invoke(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        } finally {
            raw.setInputBuffer(body);
            if (response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
                giveUp(request);
            }
        }
    }

    /** Skips the rest of an unwanted body; otherwise Tomcat would read all of it, however slowly it arrives. */
    private static void giveUp(Request request) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static void refuse(Response response) throws IOException {
        ResponseEntity<String> page = VerifyController.tooMany(COME_AGAIN);
        page.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.getOutputStream().write(page.getBody().getBytes(StandardCharsets.UTF_8));
    }

    /** A body that must arrive before a deadline. */
    private record Timed(InputBuffer body, long endNanos) implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (System.nanoTime() - endNanos > 0) {
                throw new SocketTimeoutException("The body took too long");
            }
            return body.doRead(handler);
        }

        @Override
        public int available() {
            return body.available();
        }
    }
}
