package dev.fieldcert.badge.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads the signing keys from a PKCS#12 key store that operators mount. Alias {@code token} is an EC P-256 or RSA key,
 * alias {@code linked-data} an Ed25519 key. The certificates of all other aliases contain old public keys, which stay
 * published. To rotate a key, rename the old entry and add the new one.
 */
public final class MountedKeyStore {

    private MountedKeyStore() {}

    /** @throws KeyFolder.Refused if the store cannot be opened or lacks a key */
    public static SigningKeys load(Path file, char[] password) {
        try (InputStream stream = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stream, password);
            PublishedKeys published = PublishedKeys.NONE;
            for (Map.Entry<String, X509Certificate> entry : oldestFirst(store)) {
                published = published.with(publicKey(entry.getValue().getPublicKey(), entry.getKey()));
            }
            JWK token = token(pair(store, "token", password, file));
            Ed25519.Keys linkedData = Ed25519.of(pair(store, "linked-data", password, file));
            return new SigningKeys(token, linkedData, published);
        } catch (IOException e) {
            throw new KeyFolder.Refused(
                    "The key store " + file + " cannot be opened: it is missing, damaged, or the password is wrong.",
                    e);
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException e) {
            throw new KeyFolder.Refused("The key store " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Sorts by age and key, never by alias: the installation is named after its oldest key, and rotating a key renames
     * its alias.
     */
    private static List<Map.Entry<String, X509Certificate>> oldestFirst(KeyStore store)
            throws GeneralSecurityException {
        List<Map.Entry<String, X509Certificate>> certificates = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                certificates.add(Map.entry(alias, certificate));
            }
        }
        certificates.sort(Comparator.comparing((Map.Entry<String, X509Certificate> entry) ->
                        entry.getValue().getNotBefore())
                .thenComparing(entry ->
                        HexFormat.of().formatHex(entry.getValue().getPublicKey().getEncoded())));
        return certificates;
    }

    private static KeyPair pair(KeyStore store, String alias, char[] password, Path file)
            throws GeneralSecurityException {
        if (!(store.getKey(alias, password) instanceof PrivateKey key)) {
            throw new KeyFolder.Refused("The key store " + file + " has no private key “" + alias + "”.", null);
        }
        return new KeyPair(store.getCertificate(alias).getPublicKey(), key);
    }

    private static JWK token(KeyPair pair) throws JOSEException {
        JWK open = publicKey(pair.getPublic(), "token");
        SigningAlgorithm algorithm = SigningKeys.algorithmOf(open);
        if (open instanceof RSAKey rsa) {
            return new RSAKey.Builder(rsa)
                    .privateKey(pair.getPrivate())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(algorithm.jose())
                    .keyIDFromThumbprint()
                    .build();
        }
        return new ECKey.Builder((ECKey) open)
                .privateKey(pair.getPrivate())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(algorithm.jose())
                .keyIDFromThumbprint()
                .build();
    }

    private static JWK publicKey(PublicKey key, String alias) throws JOSEException {
        if (key instanceof java.security.interfaces.ECPublicKey ec) {
            return new ECKey.Builder(com.nimbusds.jose.jwk.Curve.P_256, ec)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(SigningAlgorithm.ES256.jose())
                    .keyIDFromThumbprint()
                    .build();
        }
        if (key instanceof java.security.interfaces.RSAPublicKey rsa) {
            return new RSAKey.Builder(rsa)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(SigningAlgorithm.RS256.jose())
                    .keyIDFromThumbprint()
                    .build();
        }
        if (key instanceof java.security.interfaces.EdECPublicKey) {
            byte[] encoded = key.getEncoded();
            return SigningKeys.publicJwk(java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        }
        throw new IllegalArgumentException("Alias “" + alias + "” has a key of an unknown kind: " + key.getAlgorithm());
    }
}
