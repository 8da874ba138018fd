package dev.fieldcert.badge.credential;

import com.nimbusds.jose.jwk.JWK;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/**
 * The signing keys, stored as two files in one folder: {@code signing.json} contains the current private keys and is
 * readable only by its owner; {@code public.json} contains every public key ever used. If the first is lost, the bot
 * creates new keys. The second is needed to verify older badges, so back it up; it is not secret.
 */
public final class KeyFolder {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private final Path folder;

    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** Thrown if keys cannot be used. The message says what is wrong with which file, and what to do. */
    public static final class Refused extends RuntimeException {
        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Returns the keys in the folder; creates and stores new ones if there are none.
     *
     * @param algorithm used for a new key; an existing key is used whatever its algorithm
     * @throws Refused if a key file is damaged, or the private one is readable by others
     */
    public SigningKeys load(SigningAlgorithm algorithm) {
        return locked(folder, () -> {
            PublishedKeys published = readPublished();
            if (!Files.exists(signingFile())) {
                return store(SigningKeys.generate(algorithm, published));
            }
            SigningKeys keys = readSigning(published);
            if (!Files.exists(publicFile()) || !keys.published().jwks().equals(published.jwks())) {
                writePublished(keys.published());
            }
            return keys;
        });
    }

    /**
     * Returns the public keys in the folder, for verification only; creates and changes nothing.
     *
     * @return empty if the folder or its file of public keys does not exist
     * @throws Refused if the file of public keys is damaged
     */
    public PublishedKeys published() {
        try {
            return readPublished();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the key folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes the public keys first: a crash in between leaves an unused public key, never a badge that cannot be
     * verified.
     */
    private SigningKeys store(SigningKeys keys) throws IOException {
        writePublished(keys.published());
        JsonObject json = StrictJson.object()
                .add("token", StrictJson.read(keys.token().toJSONString()))
                .add("linkedData", base64url(keys.linkedData().secret()))
                .add("linkedDataPublic", base64url(keys.linkedData().open()))
                .build();
        write(signingFile(), StrictJson.writeIndented(json), OWNER_ONLY);
        return keys;
    }

    private SigningKeys readSigning(PublishedKeys published) throws IOException {
        Path file = signingFile();
        refuseOpenFile(file);
        try {
            JsonObject json = StrictJson.read(Files.readString(file));
            JWK token = JWK.parse(StrictJson.write(json.getJsonObject("token")));
            SigningKeys.algorithmOf(token);
            Ed25519.Keys linkedData =
                    new Ed25519.Keys(decode(json.getString("linkedData")), decode(json.getString("linkedDataPublic")));
            byte[] probe = {1, 2, 3};
            if (!Ed25519.verifies(linkedData.open(), probe, Ed25519.sign(linkedData.secret(), probe))) {
                throw new IllegalArgumentException("The Ed25519 key's halves do not fit");
            }
            return new SigningKeys(token, linkedData, published);
        } catch (StrictJson.Refused
                | java.text.ParseException
                | IllegalArgumentException
                | NullPointerException
                | ClassCastException
                | java.nio.charset.CharacterCodingException e) {
            throw new Refused(
                    "The key file " + file + " is damaged and cannot be used. Put its backup back, or delete it: then a"
                            + " new key is made, and badges signed with the old one still verify as long as "
                            + publicFile() + " is kept.",
                    e);
        }
    }

    private PublishedKeys readPublished() throws IOException {
        if (!Files.exists(publicFile())) {
            return PublishedKeys.NONE;
        }
        try {
            return PublishedKeys.read(Files.readString(publicFile()));
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
            throw new Refused(
                    "The file of public keys " + publicFile() + " is damaged. Put its backup back: it is needed to"
                            + " verify badges signed with earlier keys.",
                    e);
        }
    }

    private void writePublished(PublishedKeys keys) throws IOException {
        write(publicFile(), StrictJson.writeIndented(keys.jwks()), READABLE);
    }

    private void write(Path file, String text, Set<PosixFilePermission> permissions) throws IOException {
        Path part = folder.resolve(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (isPosix(folder)) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(permissions));
            Files.setPosixFilePermissions(part, permissions);
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void refuseOpenFile(Path file) throws IOException {
        if (!isPosix(folder)) {
            return;
        }
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.removeAll(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        if (!others.isEmpty()) {
            throw new Refused(
                    "The key file " + file + " is open to other users of this machine. Close it with: chmod 600 "
                            + file,
                    null);
        }
    }

    private interface Task {
        SigningKeys run() throws IOException;
    }

    /**
     * Prevents two instances that start in one folder from creating two keys. The method is synchronized because a
     * file lock does not work within one process.
     */
    private static synchronized SigningKeys locked(Path folder, Task work) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                if (isPosix(folder)) {
                    Files.setPosixFilePermissions(folder, FOLDER);
                }
            }
            try (FileChannel lock = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                return held.isValid() ? work.run() : null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the key folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean isPosix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private Path signingFile() {
        return folder.resolve("signing.json");
    }

    private Path publicFile() {
        return folder.resolve("public.json");
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
