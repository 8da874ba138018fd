package dev.fieldcert.curriculum.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Items that are moved: their ids, their order by seed, and what was said about where they go. */
final class Items {

    private Items() {}

    /** "1", "2", "3" … */
    static List<Item> numbered(List<String> texts) {
        List<Item> items = new ArrayList<>();
        for (String text : texts) {
            items.add(new Item(String.valueOf(items.size() + 1), text));
        }
        return List.copyOf(items);
    }

    /** "a", "b" … "z", "aa" … */
    static List<Item> lettered(List<String> texts) {
        List<Item> items = new ArrayList<>();
        for (String text : texts) {
            items.add(new Item(Option.idAt(items.size()), text));
        }
        return List.copyOf(items);
    }

    static <T> List<T> shuffled(List<T> items, long seed) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed));
        return List.copyOf(shuffled);
    }

    static String text(List<Item> items, String id) {
        return items.stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** @throws IllegalArgumentException when the answer is of another kind or names what the question does not have */
    static Map<String, String> assigned(Answer answer, List<Item> items, List<Item> targets, String questionId) {
        if (!(answer instanceof Answer.Assigned assigned)) {
            throw new IllegalArgumentException("Question " + questionId + " is answered by assigning");
        }
        assigned.byItem().forEach((item, target) -> {
            require(items, item, questionId);
            require(targets, target, questionId);
        });
        return assigned.byItem();
    }

    private static void require(List<Item> items, String id, String questionId) {
        if (items.stream().noneMatch(item -> item.id().equals(id))) {
            throw new IllegalArgumentException("Question " + questionId + " has no item " + id);
        }
    }

    /** "Quota → Target · Pipeline → …", one line an item. */
    static String pairs(List<Item> items, List<Item> targets, Map<String, String> byItem) {
        return String.join(
                "\n",
                items.stream()
                        .map(item -> "- " + item.text() + " → " + text(targets, byItem.get(item.id())))
                        .toList());
    }
}
