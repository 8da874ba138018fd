package dev.fieldcert.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldcert.FieldCertApplication;
import dev.fieldcert.local.store.EmbeddedMongo;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

class LocalModeTest {

    @TempDir
    Path data;

    @Test
    void aStartThatFailsGivesBackTheStore() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var application = new SpringApplicationBuilder(FieldCertApplication.class).application();
            assertThatThrownBy(() -> application.run(
                            "--fieldcert.local.data=" + data,
                            "--server.port=0",
                            "--management.server.port=0",
                            "--fieldcert.local.port=" + taken.getLocalPort()))
                    .rootCause()
                    .hasMessageContaining("in use");
        }

        try (EmbeddedMongo again = EmbeddedMongo.open(data.resolve("mongo"))) {
            assertThat(again.uri("fieldcert")).startsWith("mongodb://");
        }
    }
}
