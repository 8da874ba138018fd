package dev.fieldcert.benchmark;

import bare.BareApplication;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages the bare application as FieldCert's own jar is packaged: the same loader, the same libraries, other classes. */
final class BareJar {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String INDEX = "BOOT-INF/classpath.idx";

    private BareJar() {}

    static void write(Path fieldcert, Path bare) throws IOException {
        try (JarFile jar = new JarFile(fieldcert.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bare))) {
            Manifest manifest = jar.getManifest();
            manifest.getMainAttributes().putValue("Start-Class", BareApplication.class.getName());
            out.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
            manifest.write(out);
            for (var entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                String name = entry.getName();
                boolean ours =
                        name.startsWith(CLASSES) && !name.equals(CLASSES) || name.equals("META-INF/spring.factories");
                if (!ours && !name.equals(JarFile.MANIFEST_NAME) && !name.startsWith("META-INF/maven")) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        byte[] bytes = content.readAllBytes();
                        // Libraries lie in the jar as they are: the loader reads them in place.
                        add(out, name, name.equals(INDEX) ? withServlet(bytes) : bytes, name.endsWith(".jar"));
                    }
                }
            }
            addClasses(out);
            add(out, LIBRARIES + servlet().getFileName(), Files.readAllBytes(servlet()), true);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static Path servlet() throws URISyntaxException {
        return Path.of(SlackAppServlet.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /** What is not in the index is not extracted. */
    private static byte[] withServlet(byte[] index) throws URISyntaxException {
        return (new String(index, StandardCharsets.UTF_8) + "- \"" + LIBRARIES
                        + servlet().getFileName() + "\"\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void addClasses(ZipOutputStream out) throws IOException, URISyntaxException {
        Path root = Path.of(BareApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String folder = BareApplication.class.getPackageName().replace('.', '/');
        try (Stream<Path> classes = Files.list(root.resolve(folder))) {
            for (Path file : (Iterable<Path>) classes::iterator) {
                add(out, CLASSES + folder + "/" + file.getFileName(), Files.readAllBytes(file), false);
            }
        }
        String settings = String.join(
                "\n",
                List.of(
                        "server.address=127.0.0.1",
                        "spring.mongodb.uri=${MONGODB_URI}",
                        "spring.quartz.job-store-type=memory",
                        "management.endpoints.web.exposure.include=health"));
        add(out, CLASSES + "application.properties", settings.getBytes(StandardCharsets.UTF_8), false);
    }

    private static void add(ZipOutputStream out, String name, byte[] content, boolean stored) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        if (stored) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
