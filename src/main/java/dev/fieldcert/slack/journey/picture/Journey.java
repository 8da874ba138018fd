package dev.fieldcert.slack.journey.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journey to draw. It does not identify the learner, so that everybody at the same point shares a picture. */
public record Journey(List<Leg> legs) {

    /** The most courses that fit into a picture on a phone. */
    static final int MOST_STOPS = 10;

    private static final int ALT_TEXT = 2000;

    public Journey {
        legs = List.copyOf(legs);
    }

    /**
     * A path, or the courses outside a path.
     *
     * @param goal name of the certificate at the path's end; empty if there is none
     */
    public record Leg(String title, List<Stop> stops, Optional<String> goal, boolean certified) {

        public Leg {
            stops = List.copyOf(stops);
        }

        long done() {
            return stops.stream().filter(Stop::done).count();
        }
    }

    /**
     * A course.
     *
     * @param done whether the learner has earned its badge
     * @param current whether it is the learner's next course
     */
    public record Stop(String title, List<Mark> marks, boolean done, boolean current) {

        public Stop {
            marks = List.copyOf(marks);
        }

        /** The course's state in a few words. */
        String state() {
            if (done) {
                return "badge earned";
            }
            long through = marks.stream().filter(Mark::isThrough).count();
            if (marks.stream().allMatch(mark -> mark == Mark.NEW)) {
                return current ? "next" : "not started";
            }
            String of = through + " of " + marks.size();
            if (marks.contains(Mark.RETURNED)) {
                return of + ", assignment returned";
            }
            return marks.contains(Mark.WAITING) ? of + ", waiting for review" : of;
        }
    }

    public boolean isEmpty() {
        return legs.stream().allMatch(leg -> leg.stops().isEmpty());
    }

    /**
     * This journey with at most {@link #MOST_STOPS} stops. In a leg with too many, keeps those around the current
     * stop.
     */
    public Journey drawable() {
        List<Leg> kept = new ArrayList<>();
        int room = MOST_STOPS;
        for (Leg leg : legs) {
            if (room == 0 || leg.stops().isEmpty()) {
                continue;
            }
            List<Stop> stops = leg.stops();
            if (stops.size() > room) {
                int current = stops.stream().map(Stop::current).toList().indexOf(true);
                int from = Math.max(0, Math.min(current - room / 2, stops.size() - room));
                stops = stops.subList(from, from + room);
            }
            kept.add(new Leg(leg.title(), stops, leg.goal(), leg.certified()));
            room -= stops.size();
        }
        return new Journey(kept);
    }

    /** Describes the picture for people who cannot see it, in at most 2,000 characters. */
    public String altText() {
        List<String> sentences = new ArrayList<>();
        sentences.add("Your journey.");
        for (Leg leg : drawable().legs()) {
            sentences.add(leg.title() + ":");
            for (Stop stop : leg.stops()) {
                sentences.add(stop.title() + " – " + stop.state() + words(stop) + ".");
            }
            leg.goal()
                    .ifPresent(goal -> sentences.add(
                            "Certificate " + goal + " – " + (leg.certified() ? "earned" : "not earned yet") + "."));
        }
        String text = String.join(" ", sentences);
        return text.length() <= ALT_TEXT ? text : text.substring(0, ALT_TEXT - 1) + "…";
    }

    private static String words(Stop stop) {
        if (stop.done() || stop.marks().isEmpty()) {
            return "";
        }
        List<String> counts = new ArrayList<>();
        for (Mark mark : Mark.values()) {
            long count = stop.marks().stream().filter(mark::equals).count();
            if (count > 0) {
                counts.add(count + " " + mark.label());
            }
        }
        return " (" + String.join(", ", counts) + ")";
    }
}
