package dev.fieldcert.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Between the bot and its database; at a word it accepts connections and bytes and answers nothing, or is gone. */
final class HangingDatabase implements AutoCloseable {

    private final URI behind;
    private final int port;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private volatile boolean hangs;

    HangingDatabase(String uri) {
        this.behind = URI.create(uri);
        try {
            this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.port = door.getLocalPort();
        serve(door);
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port + behind.getPath();
    }

    void hang() {
        hangs = true;
    }

    /** Refuses connections, and drops those there are. */
    void goAway() {
        close();
    }

    void comeBack() throws IOException {
        close();
        hangs = false;
        door = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        serve(door);
    }

    private void serve(ServerSocket from) {
        open.add(from);
        inBackground(() -> {
            while (true) {
                Socket bot = from.accept();
                Socket database = new Socket(behind.getHost(), behind.getPort());
                open.add(bot);
                open.add(database);
                inBackground(() -> pass(bot.getInputStream(), database.getOutputStream()));
                inBackground(() -> pass(database.getInputStream(), bot.getOutputStream()));
            }
        });
    }

    private void pass(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            if (!hangs) {
                to.write(buffer, 0, read);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // One side is gone, and the other hears of it when the test ends.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        for (Closeable each : Set.copyOf(open)) {
            open.remove(each);
            try {
                each.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
