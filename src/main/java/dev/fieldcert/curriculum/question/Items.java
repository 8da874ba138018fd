package dev.fieldcert.curriculum.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/** Items that a learner moves: makes their ids, shuffles them by seed, and grades where the learner put them. */
final class Items {

    private Items() {}

    /** Makes items with the ids "1", "2", "3" … */
    static List<Item> numbered(List<String> texts) {
        List<Item> items = new ArrayList<>();
        for (String text : texts) {
            items.add(new Item(String.valueOf(items.size() + 1), text));
        }
        return List.copyOf(items);
    }

    /** Makes items with the ids "a", "b" … "z", "aa" … */
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

    /** @throws IllegalArgumentException if the answer is of another kind or names unknown items */
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

    /**
     * Grades the assignment of each item. All items count the same.
     *
     * @param remark makes the comment on a misplaced item, from the item's zero-based position
     * @throws IllegalArgumentException if an item was left out
     */
    static GradingResult grade(
            String questionId,
            List<Item> items,
            List<Item> targets,
            Map<String, String> given,
            Map<String, String> right,
            IntFunction<String> remark,
            String explanation) {
        if (!given.keySet().containsAll(right.keySet())) {
            throw new IllegalArgumentException("Question " + questionId + " is not answered for every line");
        }
        List<String> remarks = items.stream()
                .filter(item -> !right.get(item.id()).equals(given.get(item.id())))
                .map(item -> remark.apply(Integer.parseInt(item.id()) - 1))
                .toList();
        double score = (double) (items.size() - remarks.size()) / items.size();
        return new GradingResult(
                score, pairs(items, targets, given), pairs(items, targets, right), remarks, explanation);
    }

    /** A list with one line per item: "- Quota → Target". */
    static String pairs(List<Item> items, List<Item> targets, Map<String, String> byItem) {
        return String.join(
                "\n",
                items.stream()
                        .map(item -> "- " + item.text() + " → " + text(targets, byItem.get(item.id())))
                        .toList());
    }
}
