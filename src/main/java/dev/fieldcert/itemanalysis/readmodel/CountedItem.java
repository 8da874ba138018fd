package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.itemanalysis.ItemStatistics;
import dev.fieldcert.itemanalysis.Mode;
import dev.fieldcert.itemanalysis.Response;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An item in one wording and one mode, with its responses and their statistics.
 *
 * @param objective the objective that the item was last asked for
 * @param program a program version that contains this wording
 * @param lastSecond time of the last response, in seconds since 1970
 * @param packed the responses; null if only the figures were read
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

    /** @param responses in chronological order */
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

    /** The responses in chronological order. */
    public List<Response> responses() {
        return Packed.responses(packed);
    }
}
