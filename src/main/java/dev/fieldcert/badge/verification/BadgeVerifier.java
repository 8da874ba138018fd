package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.Recipient;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.OpenBadge;
import dev.fieldcert.badge.credential.StatusList;
import dev.fieldcert.badge.verification.Check.Outcome;
import dev.fieldcert.badge.verification.Check.Subject;
import dev.fieldcert.curriculum.Dates;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verifies Open Badges 3.0 credentials of this issuer, and of any other whose key is in the document. Reads JSON with
 * an {@code eddsa-rdfc-2022} proof, VC-JWT, and PNG or SVG pictures with either of them. For any input, the result is
 * a report, produced quickly and without network access.
 */
public final class BadgeVerifier {

    /** Larger files are rejected without parsing. */
    public static final int MAX_BYTES = 1 << 20;

    private static final String UNREAD = "Not checked, because the file couldn’t be read.";

    private final OwnBadges own;

    public BadgeVerifier(OwnBadges own) {
        this.own = own;
    }

    public Report verify(byte[] file, Instant now) {
        return verify(file, now, Optional.empty());
    }

    /** @param email e-mail address of the supposed holder; empty if it is not to be compared */
    public Report verify(byte[] file, Instant now, Optional<String> email) {
        if (file.length > MAX_BYTES) {
            return unread("The file is larger than 1 MB, which is too large for a badge.", false);
        }
        if (file.length == 0) {
            return unread("The file is empty.", false);
        }
        try {
            return verify(Submission.open(file), now, email);
        } catch (Submission.Refused e) {
            return e.isEarlier()
                    ? unknown("A picture with a badge in it.", e.getMessage())
                    : unread(e.getMessage(), e.isDuplicate());
        }
    }

    /** The report for a badge that this verifier cannot read, although nothing is known to be wrong with it. */
    private static Report unknown(String kind, String words) {
        List<Check> checks = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            checks.add(
                    switch (subject) {
                        case FORMAT -> Check.passed(subject, kind);
                        case CONTENTS -> Check.notChecked(subject, words);
                        default ->
                            Check.notChecked(
                                    subject, "Not checked, because this verifier can’t read this kind of badge.");
                    });
        }
        return new Report(checks, Optional.empty());
    }

    private Report verify(Submission submission, Instant now, Optional<String> email) {
        JsonObject credential = submission.content();
        Optional<String> earlier = EarlierBadge.sentence(credential);
        if (earlier.isPresent()) {
            return unknown(submission.kind(), earlier.get());
        }
        List<Check> checks = new ArrayList<>();
        checks.add(Check.passed(Subject.FORMAT, submission.kind()));
        checks.add(contents(credential));
        checks.add(Check.passed(Subject.DUPLICATES, "No key appears twice."));
        Proof proof = submission
                .token()
                .map(token -> TokenProof.check(token, submission.header().orElseThrow(), credential, own.keys()))
                .orElseGet(() -> LinkedDataProof.check(credential, own.keys(), now));
        checks.add(new Check(Subject.PROOF, proof.outcome(), proof.words()));
        checks.add(issuer(credential, proof));
        checks.add(dates(credential, now));
        checks.add(status(credential, proof));
        checks.add(recipient(credential, email));
        checks.add(picture(credential, submission));
        return new Report(checks, Optional.of(claims(credential)));
    }

    private static Check contents(JsonObject credential) {
        return CredentialShape.fault(credential)
                .map(words -> Check.failed(Subject.CONTENTS, words))
                .or(() -> CredentialShape.unknownContext(credential)
                        .map(words -> Check.notChecked(Subject.CONTENTS, words)))
                .orElseGet(() -> Check.passed(Subject.CONTENTS, "It is an Open Badge 3.0 with all its parts."));
    }

    private Check issuer(JsonObject credential, Proof proof) {
        String id = CredentialShape.issuerId(credential).orElse("someone unnamed");
        String name = issuerName(credential);
        boolean saysUs = id.equals(own.issuer().id());
        if (proof.key() == Proof.Key.OURS) {
            return Check.passed(
                    Subject.ISSUER,
                    saysUs
                            ? "Issued by " + name + ", here."
                            : "Issued here, by " + name + ", under an earlier address (" + id + ").");
        }
        if (proof.outcome() != Outcome.PASSED) {
            return Check.notChecked(
                    Subject.ISSUER,
                    "It names " + name + ", but without a valid signature, anyone could have written that.");
        }
        if (saysUs) {
            return Check.failed(
                    Subject.ISSUER, "It names us as its issuer, but it wasn’t signed with any of our keys.");
        }
        if (proof.key() == Proof.Key.ISSUER_ITSELF) {
            return Check.passed(
                    Subject.ISSUER, "The issuer is identified only by its key, and that key signed it: " + id);
        }
        return Check.notChecked(
                Subject.ISSUER, "It names " + name + " (" + id + "). Only they can confirm that the key is theirs.");
    }

    private static Check dates(JsonObject credential, Instant now) {
        try {
            Instant from = moment(credential, "validFrom").orElseThrow(() -> new DateTimeException("none"));
            Optional<Instant> until = moment(credential, "validUntil");
            if (from.isAfter(now)) {
                return Check.failed(Subject.DATES, "It isn’t valid until " + day(from) + ".");
            }
            if (until.isPresent() && until.get().isBefore(from)) {
                return Check.failed(Subject.DATES, "It ends before it starts.");
            }
            if (until.isPresent() && !now.isBefore(until.get())) {
                return Check.failed(Subject.DATES, "It expired on " + day(until.get()) + ".");
            }
            return Check.passed(
                    Subject.DATES,
                    "Valid since " + day(from)
                            + until.map(end -> ", until " + day(end) + ".").orElse("; it does not expire."));
        } catch (DateTimeException e) {
            return Check.failed(Subject.DATES, "Its dates are missing or invalid.");
        }
    }

    private Check status(JsonObject credential, Proof proof) {
        List<JsonValue> entries = CredentialShape.all(credential, "credentialStatus");
        if (entries.isEmpty()) {
            return Check.notChecked(Subject.STATUS, "It doesn’t say where its issuer lists revoked badges.");
        }
        if (entries.size() > 1
                || !(entries.get(0) instanceof JsonObject entry)
                || !"BitstringStatusListEntry".equals(entry.getString("type", ""))) {
            return Check.notChecked(
                    Subject.STATUS, "Its issuer lists revoked badges in a way this verifier doesn’t know.");
        }
        String list = entry.getString("statusListCredential", "");
        if (proof.key() != Proof.Key.OURS || own.revocations().isEmpty()) {
            return Check.notChecked(
                    Subject.STATUS,
                    "Whether it was revoked is listed at " + list + ", and nothing is fetched while verifying.");
        }
        Optional<Integer> index = index(entry, list);
        if (index.isEmpty()) {
            return Check.failed(Subject.STATUS, "Its position isn’t in our list of revoked badges.");
        }
        Optional<Standing.Revoked> revoked;
        try {
            revoked = own.revocations().get().of(index.get());
        } catch (Revocations.Unavailable e) {
            return Check.notChecked(Subject.STATUS, "We couldn’t look up whether it was revoked. " + e.getMessage());
        }
        return revoked.map(r -> Check.failed(
                        Subject.STATUS, "It was revoked on " + day(r.at()) + ". The reason given: " + r.reason()))
                .orElseGet(() -> Check.passed(Subject.STATUS, "It hasn’t been revoked."));
    }

    /**
     * The award's index over all status lists. The list's number is read from the end of its address, because our
     * public address may have changed since the badge was signed.
     */
    private static Optional<Integer> index(JsonObject entry, String list) {
        try {
            int number = Integer.parseInt(list.substring(list.lastIndexOf('/') + 1));
            int place = Integer.parseInt(entry.getString("statusListIndex", ""));
            long index = (number - 1L) * StatusList.ENTRIES + place;
            boolean sound = number >= 1 && place >= 0 && place < StatusList.ENTRIES && index <= Integer.MAX_VALUE;
            return sound ? Optional.of((int) index) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Check recipient(JsonObject credential, Optional<String> email) {
        JsonObject subject =
                CredentialShape.object(credential, "credentialSubject").orElse(JsonValue.EMPTY_JSON_OBJECT);
        List<JsonObject> identifiers = CredentialShape.all(subject, "identifier").stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
        if (CredentialShape.string(subject, "id").isEmpty() && identifiers.isEmpty()) {
            return Check.failed(Subject.RECIPIENT, "It doesn’t say who earned it.");
        }
        List<JsonObject> emails = identifiers.stream()
                .filter(identifier -> "emailAddress".equals(identifier.getString("identityType", "")))
                .toList();
        if (email.isEmpty() || email.get().isBlank()) {
            return Check.notChecked(
                    Subject.RECIPIENT,
                    emails.isEmpty()
                            ? "It only has an identifier for its holder."
                            : "It only has a fingerprint of its holder’s email address. Enter the address to compare it.");
        }
        if (emails.isEmpty()) {
            return Check.notChecked(Subject.RECIPIENT, "It has no email address to compare.");
        }
        return emails.stream().anyMatch(identifier -> isAt(identifier, email.get()))
                ? Check.passed(Subject.RECIPIENT, "It was earned by the person with the email address you entered.")
                : Check.failed(Subject.RECIPIENT, "It was earned by someone with a different email address.");
    }

    /**
     * Checks the picture, because a valid credential in another badge's picture would deceive people who only look at
     * the picture.
     */
    private static Check picture(JsonObject credential, Submission submission) {
        if (submission.picture().isEmpty()) {
            return Check.notChecked(Subject.PICTURE, "It isn’t in a picture.");
        }
        Submission.Picture picture = submission.picture().get();
        List<String> digests = CredentialShape.all(credential, "relatedResource").stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(resource -> picture.mediaType().equals(resource.getString("mediaType", "")))
                .map(resource -> resource.getString("digestSRI", ""))
                .toList();
        if (digests.isEmpty()) {
            return Check.notChecked(
                    Subject.PICTURE,
                    "It doesn’t say what its picture looks like. Rely on its text, not on the picture.");
        }
        return digests.contains(OpenBadge.digest(picture.bytes()))
                ? Check.passed(Subject.PICTURE, "The picture is the one it was signed with.")
                : Check.failed(
                        Subject.PICTURE,
                        "The picture isn’t the one it was signed with: the credential was moved into another picture,"
                                + " or the picture was changed.");
    }

    private static boolean isAt(JsonObject identifier, String email) {
        String hash = identifier.getString("identityHash", "");
        return identifier.getBoolean("hashed", false)
                ? hash.equals(Recipient.hash(email, identifier.getString("salt", "")))
                : hash.equalsIgnoreCase(email.strip());
    }

    private static Report unread(String words, boolean duplicate) {
        List<Check> checks = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            boolean failed = subject == (duplicate ? Subject.DUPLICATES : Subject.FORMAT);
            checks.add(failed ? Check.failed(subject, words) : Check.notChecked(subject, UNREAD));
        }
        return new Report(checks, Optional.empty());
    }

    private static Report.Claims claims(JsonObject credential) {
        Optional<JsonObject> achievement = CredentialShape.object(credential, "credentialSubject")
                .flatMap(s -> CredentialShape.object(s, "achievement"));
        return new Report.Claims(
                achievement.flatMap(a -> CredentialShape.string(a, "name")).orElse(""),
                achievement
                        .flatMap(a -> CredentialShape.string(a, "description"))
                        .orElse(""),
                issuerName(credential),
                CredentialShape.string(credential, "validFrom").orElse(""),
                CredentialShape.string(credential, "validUntil").orElse(""),
                CredentialShape.string(credential, "id").orElse(""));
    }

    private static String issuerName(JsonObject credential) {
        return CredentialShape.object(credential, "issuer")
                .flatMap(issuer -> CredentialShape.string(issuer, "name"))
                .or(() -> CredentialShape.issuerId(credential))
                .orElse("someone unnamed");
    }

    private static Optional<Instant> moment(JsonObject credential, String name) {
        return credential.containsKey(name)
                ? Optional.of(
                        OffsetDateTime.parse(credential.getString(name, "")).toInstant())
                : Optional.empty();
    }

    private static String day(Instant moment) {
        return Dates.date(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }
}
