package dev.fieldcert.badge.credential;

import com.nimbusds.jose.JWSAlgorithm;

/** The signature algorithms that Open Badges verifiers accept for a JSON Web Token. */
public enum SigningAlgorithm {
    ES256(JWSAlgorithm.ES256),
    RS256(JWSAlgorithm.RS256);

    private final JWSAlgorithm jose;

    SigningAlgorithm(JWSAlgorithm jose) {
        this.jose = jose;
    }

    public JWSAlgorithm jose() {
        return jose;
    }
}
