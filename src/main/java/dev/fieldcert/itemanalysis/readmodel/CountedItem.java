package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.itemanalysis.ItemStatistics;
import dev.fieldcert.itemanalysis.Mode;
import dev.fieldcert.itemanalysis.Response;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An item in one wording and one mode: its responses, and what they show.
 *
 * @param objective it was last asked for
 * @param program version of a program that has this wording
 * @param lastSecond of the last response, in seconds since 1970
 * @param packed its responses; null when only the figures were read
 */
@Document("item_statistics")
@TypeAlias("item-statistics")
public record CountedItem(
        @Id String id,
        String course,
        String objective,
        String question,
        String wording,
        Mode mode,
        String program,
        long lastSecond,
        ItemStatistics statistics,
        byte[] packed) {

    /** @param responses in order of time */
    static CountedItem of(ItemKey key, String objective, String program, List<Response> responses) {
        return new CountedItem(
                key.id(),
                key.course(),
                objective,
                key.question(),
                key.wording(),
                key.mode(),
                program,
                responses.get(responses.size() - 1).second(),
                ItemStatistics.of(responses),
                Packed.responses(responses));
    }

    /** In order of time. */
    public List<Response> responses() {
        return Packed.responses(packed);
    }
}
