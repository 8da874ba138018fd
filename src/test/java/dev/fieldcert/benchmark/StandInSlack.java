package dev.fieldcert.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A Web API that says yes at once, and counts: what is left to measure is the bot. */
final class StandInSlack implements AutoCloseable {

    private final ServerSocket server;
    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();
    private final AtomicLong timestamps = new AtomicLong(1_700_000_000_000_000L);

    StandInSlack() throws IOException {
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start("stand-in", this::accept);
    }

    String apiUrl() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/api/";
    }

    String responseUrl() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/response";
    }

    long calls(String method) {
        return calls.getOrDefault(method, new AtomicLong()).get();
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                start("stand-in-connection", () -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                OutputStream out = socket.getOutputStream()) {
            String request = Wire.line(in);
            while (!request.isEmpty()) {
                int length = Wire.headers(in).length();
                String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                String path = request.split(" ")[1];
                String method = path.substring(path.lastIndexOf('/') + 1);
                calls.computeIfAbsent(method, each -> new AtomicLong()).incrementAndGet();
                byte[] answer = answer(method, body).getBytes(StandardCharsets.UTF_8);
                out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + answer.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(answer);
                out.flush();
                request = Wire.line(in);
            }
        } catch (IOException gone) {
            // The bot was stopped: that is how each run ends.
            return;
        }
    }

    private String answer(String method, String body) {
        switch (method) {
            case "chat.postMessage":
            case "chat.update":
                long micros = timestamps.incrementAndGet();
                return "{\"ok\":true,\"channel\":\"D0BENCH\",\"ts\":\"%d.%06d\"}"
                        .formatted(micros / 1_000_000, micros % 1_000_000);
            case "conversations.open":
                return "{\"ok\":true,\"channel\":{\"id\":\"D0BENCH\"}}";
            case "dnd.teamInfo":
                return "{\"ok\":true,\"users\":{}}";
            case "dnd.info":
                return "{\"ok\":true,\"dnd_enabled\":false}";
            case "users.info":
                int user = body.indexOf("user=") + 5;
                int end = body.indexOf('&', user);
                String id = body.substring(user, end < 0 ? body.length() : end);
                return ("{\"ok\":true,\"user\":{\"id\":\"%s\",\"name\":\"%s\",\"tz\":\"Etc/UTC\",\"profile\":"
                                + "{\"display_name\":\"%s\",\"email\":\"%s@example.com\"}}}")
                        .formatted(id, id, id, id);
            case "conversations.list":
                return "{\"ok\":true,\"channels\":[{\"id\":\"C0BENCH\",\"name\":\"field-certification\"}]}";
            case "files.getUploadURLExternal":
                return "{\"ok\":true,\"file_id\":\"F0BENCH\",\"upload_url\":\"http://127.0.0.1:%d/upload\"}"
                        .formatted(server.getLocalPort());
            case "files.completeUploadExternal":
                return "{\"ok\":true,\"files\":[{\"id\":\"F0BENCH\"}]}";
            case "files.info":
                return "{\"ok\":true,\"file\":{\"id\":\"F0BENCH\"}}";
            case "upload":
            case "response":
                return "ok";
            default:
                return "{\"ok\":true}";
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
