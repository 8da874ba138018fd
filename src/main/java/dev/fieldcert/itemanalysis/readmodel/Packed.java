package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.itemanalysis.AttemptOutcome;
import dev.fieldcert.itemanalysis.Response;
import dev.fieldcert.learner.Confidence;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Converts responses and outcomes to bytes, in chronological order. A response takes about 40 bytes, so one document
 * has room for hundreds of thousands.
 */
final class Packed {

    private static final int RESPONSE = 8 + 4 + 8 + 8 + 2 + 4 + 4 + 1;
    private static final int FIRST = 4;

    private Packed() {}

    /**
     * Merges two lists in chronological order; an element of {@code now} replaces the one in {@code before} with the
     * same key.
     */
    static <T> List<T> put(List<T> before, Collection<T> now, ToLongFunction<T> key, ToLongFunction<T> second) {
        Map<Long, T> byKey = new LinkedHashMap<>();
        before.forEach(each -> byKey.put(key.applyAsLong(each), each));
        now.forEach(each -> byKey.put(key.applyAsLong(each), each));
        return byKey.values().stream()
                .sorted(Comparator.comparingLong(second).thenComparingLong(key))
                .toList();
    }

    static byte[] responses(List<Response> responses) {
        ByteBuffer bytes = ByteBuffer.allocate(responses.size() * RESPONSE);
        for (Response response : responses) {
            bytes.putLong(response.key())
                    .putInt((int) response.second())
                    .putDouble(response.score())
                    .putDouble(response.rest())
                    .putShort((short) response.others())
                    .putInt(response.seconds())
                    .putInt(response.chosen())
                    .put((byte) (sureness(response.confidence()) | (response.first() ? FIRST : 0)));
        }
        return bytes.array();
    }

    static List<Response> responses(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        List<Response> responses = new ArrayList<>(packed.length / RESPONSE);
        while (bytes.hasRemaining()) {
            long key = bytes.getLong();
            long second = Integer.toUnsignedLong(bytes.getInt());
            double score = bytes.getDouble();
            double rest = bytes.getDouble();
            int others = bytes.getShort();
            int seconds = bytes.getInt();
            int chosen = bytes.getInt();
            byte flags = bytes.get();
            responses.add(new Response(
                    key, second, score, rest, others, seconds, confidence(flags & 3), chosen, (flags & FIRST) != 0));
        }
        return responses;
    }

    private static int sureness(Confidence confidence) {
        if (confidence == null) {
            return 0;
        }
        return switch (confidence) {
            case GUESS -> 1;
            case FAIRLY -> 2;
            case CERTAIN -> 3;
        };
    }

    private static Confidence confidence(int stored) {
        return switch (stored) {
            case 1 -> Confidence.GUESS;
            case 2 -> Confidence.FAIRLY;
            case 3 -> Confidence.CERTAIN;
            default -> null;
        };
    }

    static byte[] outcomes(List<AttemptOutcome> outcomes) {
        int size = outcomes.stream().mapToInt(Packed::size).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (AttemptOutcome outcome : outcomes) {
            bytes.putLong(outcome.key())
                    .putInt((int) outcome.second())
                    .putInt(outcome.seconds())
                    .putShort((short) outcome.parts().size());
            for (AttemptOutcome.Part part : outcome.parts()) {
                byte[] objective = part.objective().getBytes(StandardCharsets.UTF_8);
                bytes.putShort((short) objective.length)
                        .put(objective)
                        .putShort((short) part.asked())
                        .putShort((short) part.right())
                        .putDouble(part.score())
                        .put((byte) part.openingRight());
            }
        }
        return bytes.array();
    }

    private static int size(AttemptOutcome outcome) {
        return 8
                + 4
                + 4
                + 2
                + outcome.parts().stream()
                        .mapToInt(part -> 2 + part.objective().getBytes(StandardCharsets.UTF_8).length + 2 + 2 + 8 + 1)
                        .sum();
    }

    static List<AttemptOutcome> outcomes(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        List<AttemptOutcome> outcomes = new ArrayList<>();
        while (bytes.hasRemaining()) {
            long key = bytes.getLong();
            long second = Integer.toUnsignedLong(bytes.getInt());
            int seconds = bytes.getInt();
            int size = bytes.getShort();
            List<AttemptOutcome.Part> parts = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                byte[] objective = new byte[bytes.getShort()];
                bytes.get(objective);
                parts.add(new AttemptOutcome.Part(
                        new String(objective, StandardCharsets.UTF_8),
                        bytes.getShort(),
                        bytes.getShort(),
                        bytes.getDouble(),
                        bytes.get()));
            }
            outcomes.add(new AttemptOutcome(key, second, seconds, parts));
        }
        return outcomes;
    }
}
