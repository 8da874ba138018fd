package dev.fieldcert.local.workspace.delivery;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** The WebSocket listener of {@link SocketMode}, on the loopback interface. */
final class SocketServer extends WebSocketServer {

    private final SocketMode mode;
    private final CountDownLatch started = new CountDownLatch(1);

    private SocketServer(SocketMode mode) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.mode = mode;
        setReuseAddr(true);
        setDaemon(true);
        setTcpNoDelay(true);
    }

    static SocketServer listening(SocketMode mode) {
        var server = new SocketServer(mode);
        server.start();
        try {
            if (!server.started.await(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The WebSocket listener did not start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return server;
    }

    void halt() {
        try {
            stop(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        mode.opened(connection, handshake.getResourceDescriptor());
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        mode.closed(connection);
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        mode.received(message);
    }

    @Override
    public void onError(WebSocket connection, Exception exception) {
        if (connection != null) {
            mode.closed(connection);
        }
    }
}
