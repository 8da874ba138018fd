package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.itemanalysis.Response;
import java.util.ArrayList;
import java.util.List;

/** Collects the newly counted responses to one item. */
final class ItemTally {

    private final List<Response> responses = new ArrayList<>();
    private Response last;
    private String objective;
    private String program;

    void add(Response response, String objective, String program) {
        responses.add(response);
        if (last == null
                || response.second() > last.second()
                || response.second() == last.second() && response.key() >= last.key()) {
            last = response;
            this.objective = objective;
            this.program = program;
        }
    }

    List<Response> responses() {
        return responses;
    }

    /**
     * Returns the item with the new responses added.
     *
     * @param before the stored item; null if there is none
     */
    CountedItem and(ItemKey key, CountedItem before) {
        List<Response> all = before == null ? List.of() : before.responses();
        all = Packed.put(all, responses, Response::key, Response::second);
        boolean isLast = before == null || all.get(all.size() - 1).key() == last.key();
        return CountedItem.of(key, isLast ? objective : before.objective(), isLast ? program : before.program(), all);
    }
}
