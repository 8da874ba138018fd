package dev.fieldcert.badge.credential;

import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.picture.BadgePicture;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Program;
import jakarta.json.JsonObject;

/**
 * An award signed and baked, in every form that its holder can download. It is created once, when the badge is earned,
 * and stored: later changes to the program, keys and drawings do not affect it.
 *
 * @param json the credential with its Data Integrity proof
 * @param token the same credential as a compact JWS
 * @param png the picture with the token baked in
 * @param svg the picture with the token baked in
 */
public record IssuedBadge(String json, String token, byte[] png, String svg) {

    public static final int PICTURE_PIXELS = 512;

    public static IssuedBadge issue(
            Award award, BadgeDefinition badge, Program program, Issuer issuer, SigningKeys keys) {
        JsonObject credential = OpenBadge.credential(award, badge, program, issuer);
        String token = JwtProof.sign(credential, keys, issuer);
        JsonObject signed = DataIntegrity.sign(credential, keys.linkedData(), issuer.id(), award.earnedAt());
        byte[] png = PngBaking.bake(BadgePicture.png(badge, program.title(), PICTURE_PIXELS), token);
        String svg = SvgBaking.bake(BadgePicture.svg(badge, program.title()), token);
        return new IssuedBadge(StrictJson.writeIndented(signed), token, png, svg);
    }

    /** The picture as published, without a credential. */
    public byte[] plainPng() {
        return PngBaking.strip(png);
    }

    public String plainSvg() {
        return SvgBaking.strip(svg);
    }
}
