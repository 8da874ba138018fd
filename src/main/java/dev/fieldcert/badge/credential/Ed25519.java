package dev.fieldcert.badge.credential;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) with raw 32-byte keys, as web formats use them, on the Java runtime's provider. */
public final class Ed25519 {

    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] MULTICODEC = {(byte) 0xed, 0x01};

    private Ed25519() {}

    /**
     * @param secret the 32-byte seed
     * @param open the 32-byte public key
     */
    public record Keys(byte[] secret, byte[] open) {
        public Keys {
            if (secret.length != 32 || open.length != 32) {
                throw new IllegalArgumentException("An Ed25519 key has 32 bytes");
            }
        }

        public String multibase() {
            return Ed25519.multibase(open);
        }
    }

    public static Keys generate() {
        try {
            return of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no Ed25519", e);
        }
    }

    static Keys of(KeyPair pair) {
        byte[] secret = pair.getPrivate().getEncoded();
        byte[] open = pair.getPublic().getEncoded();
        return new Keys(
                Arrays.copyOfRange(secret, PKCS8_PREFIX.length, PKCS8_PREFIX.length + 32),
                Arrays.copyOfRange(open, open.length - 32, open.length));
    }

    /** The public key as a Multikey, {@code z6Mk…}. */
    public static String multibase(byte[] open) {
        return Multibase.base58(concat(MULTICODEC, open));
    }

    /** @throws IllegalArgumentException if the text is not an Ed25519 public Multikey */
    public static byte[] fromMultibase(String text) {
        byte[] bytes = Multibase.decode(text);
        if (bytes.length != 34 || !Multibase.startsWith(bytes, MULTICODEC)) {
            throw new IllegalArgumentException("Not an Ed25519 public key: " + text);
        }
        return Arrays.copyOfRange(bytes, 2, 34);
    }

    static byte[] sign(byte[] secret, byte[] message) {
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(concat(PKCS8_PREFIX, secret)));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 signing failed", e);
        }
    }

    /** Returns false for a wrong signature, and for bytes that are not a signature or key. */
    static boolean verifies(byte[] open, byte[] message, byte[] signatureBytes) {
        try {
            PublicKey key =
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(concat(X509_PREFIX, open)));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signatureBytes);
        } catch (SignatureException
                | java.security.InvalidKeyException
                | java.security.spec.InvalidKeySpecException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no Ed25519", e);
        }
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
