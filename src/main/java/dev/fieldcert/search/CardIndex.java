package dev.fieldcert.search;

import dev.fieldcert.curriculum.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The cards of one version of the program, in memory. They are ranked by Lucene's BM25 over title, text, context and the
 * phrases of {@code asked-as}, and by how much the question is like one of those phrases. BM25 always finds something, so a
 * card answers only from a certain score. The constants were chosen with the set of questions in the tests.
 */
final class CardIndex {

    private static final int MOST_HITS = 3;
    private static final int CANDIDATES = 20;
    private static final int TOPICS = 2;
    private static final int MOST_AIDS = 2;

    /** What a word counts in each field. */
    private static final Map<String, Float> BOOSTS = Map.of("asked", 2.5f, "title", 2f, "body", 1f, "context", 0.5f);

    /** Of the places of one word, the best one counts, and the others so much. */
    private static final float OTHER_PLACES = 0.3f;

    /** What it adds to BM25 to be asked in the words of a phrase. */
    private static final double PHRASE_BOOST = 8;

    /**
     * The score from which the best card answers the question. Below it, it is no more than a near topic. A share of the
     * question's words was tried instead and refused half of what sellers ask in long sentences.
     */
    private static final double ANSWERS = 9.8;

    /** The share of the question, by the weight of its words, that a job aid's title and use must hold. */
    private static final double ENOUGH_FOR_AN_AID = 0.5;

    /** A card that is so much worse than the best is no answer beside it. */
    private static final double BESIDE_THE_BEST = 0.4;

    /** The weight of a word that is in no card; the rarest ones in the lessons have 4.4. */
    private static final double UNKNOWN = 4.2;

    private static final double OF_ANY_QUESTION = 0.5;

    /** @param words all words of the card and of what belongs to it */
    private record Card(Entry entry, Set<String> words, List<Set<String>> phrases) {

        static Card of(Entry entry) {
            List<Set<String>> phrases = new ArrayList<>();
            phrases.add(Words.ofQuestion(entry.title()));
            entry.askedAs().forEach(phrase -> phrases.add(Words.ofQuestion(phrase)));
            Set<String> words =
                    new HashSet<>(Words.ofLesson(entry.title() + ". " + entry.context() + ". " + entry.body()));
            entry.askedAs().forEach(phrase -> words.addAll(Words.ofLesson(phrase)));
            return new Card(entry, words, phrases);
        }
    }

    /** @param head the words of its title, of when it helps, and of its course's title */
    private record Aid(AidRef place, Set<String> head) {

        static List<Aid> of(Program program) {
            return program.courses().stream()
                    .flatMap(course -> course.aids().stream()
                            .map(aid -> new Aid(
                                    new AidRef(course.id(), aid.id()),
                                    Words.ofLesson(aid.title() + ". " + aid.use() + ". " + course.title()))))
                    .toList();
        }
    }

    /** A sentence with its words. */
    private record Said(Sentences.Sentence sentence, Set<String> words) {

        static List<Said> by(Card card) {
            return Sentences.of(card.entry().body()).stream()
                    .map(sentence -> new Said(
                            sentence,
                            Words.ofLesson(String.join(" ", sentence.quote().parts()))))
                    .toList();
        }
    }

    private record Candidate(int number, Card card, double score) {}

    private final List<Card> cards;
    private final List<Aid> aids;
    private final Map<String, Integer> cardsWith = new HashMap<>();
    /** By the card's number; cut up when a card is found for the first time. */
    private final Map<Integer, List<Said>> said = new ConcurrentHashMap<>();

    private final IndexSearcher searcher;

    private CardIndex(List<Entry> entries, List<Aid> aids, IndexSearcher searcher) {
        this.aids = aids;
        this.cards = entries.stream().map(Card::of).toList();
        this.searcher = searcher;
        cards.forEach(card -> card.words().forEach(word -> cardsWith.merge(word, 1, Integer::sum)));
    }

    static CardIndex of(Program program) {
        List<Entry> entries = Entry.of(program);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Words.ofALesson()))) {
                for (Entry entry : entries) {
                    writer.addDocument(document(entry));
                }
                // One segment, so that a document's number is its card's.
                writer.forceMerge(1);
            }
            return new CardIndex(entries, Aid.of(program), new IndexSearcher(DirectoryReader.open(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(Entry entry) {
        Document document = new Document();
        add(document, "title", entry.title());
        add(document, "body", entry.body());
        add(document, "asked", String.join(". ", entry.askedAs()));
        add(document, "context", entry.context());
        return document;
    }

    private static void add(Document document, String field, String text) {
        document.add(new TextField(field, Words.plain(text), Field.Store.NO));
    }

    Findings find(String question) {
        Set<String> asked = corrected(Words.ofQuestion(question));
        List<Candidate> candidates = candidates(asked);
        double best = candidates.isEmpty() ? 0 : candidates.get(0).score();
        List<Findings.Hit> hits = candidates.stream()
                .filter(candidate -> best >= ANSWERS && candidate.score() >= best * BESIDE_THE_BEST)
                .limit(MOST_HITS)
                .map(candidate -> new Findings.Hit(candidate.card().entry().place(), quote(candidate, asked)))
                .toList();
        List<CardRef> nearest = candidates.stream()
                .map(candidate -> candidate.card().entry().place())
                .limit(hits.isEmpty() ? TOPICS : 0)
                .toList();
        return new Findings(hits, nearest, hits.isEmpty() ? List.of() : aids(asked));
    }

    /** Aids have few words, so they are not ranked with cards: most of the question has to be in one's title or use. */
    private List<AidRef> aids(Set<String> asked) {
        Set<String> telling = new HashSet<>(asked);
        telling.removeIf(Words::isOfAnyQuestion);
        return aids.stream()
                .filter(aid -> weight(both(telling, aid.head())) >= ENOUGH_FOR_AN_AID * weight(telling))
                .limit(MOST_AIDS)
                .map(Aid::place)
                .toList();
    }

    /** Words that no lesson has are taken for the ones they are mistyped from. */
    private Set<String> corrected(Set<String> words) {
        Set<String> corrected = new LinkedHashSet<>();
        for (String word : words) {
            boolean known = cardsWith.containsKey(word) || Words.isOfAnyQuestion(word);
            corrected.add(known ? word : Typos.nearest(word, cardsWith).orElse(word));
        }
        return corrected;
    }

    private List<Candidate> candidates(Set<String> asked) {
        Set<String> telling = new LinkedHashSet<>(asked);
        telling.removeIf(Words::isOfAnyQuestion);
        List<Candidate> candidates = new ArrayList<>();
        for (ScoreDoc found : search(telling)) {
            Card card = cards.get(found.doc);
            candidates.add(new Candidate(found.doc, card, found.score + PHRASE_BOOST * likeness(asked, card)));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return candidates;
    }

    private ScoreDoc[] search(Set<String> words) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : words) {
            List<Query> places = new ArrayList<>();
            BOOSTS.forEach((field, boost) -> places.add(new BoostQuery(new TermQuery(new Term(field, word)), boost)));
            query.add(new DisjunctionMaxQuery(places, OTHER_PLACES), BooleanClause.Occur.SHOULD);
        }
        try {
            return searcher.search(query.build(), CANDIDATES).scoreDocs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How rare a word is among the cards: BM25's inverse document frequency. */
    private double weight(String word) {
        if (Words.isOfAnyQuestion(word)) {
            return OF_ANY_QUESTION;
        }
        int with = cardsWith.getOrDefault(word, 0);
        return with == 0 ? UNKNOWN : Math.log(1 + (cards.size() - with + 0.5) / (with + 0.5));
    }

    private double weight(Set<String> words) {
        return words.stream().mapToDouble(this::weight).sum();
    }

    /** How much the question is like the phrase it is most like: the weight of the words in both to that of all, at most one. */
    private double likeness(Set<String> asked, Card card) {
        double most = 0;
        for (Set<String> phrase : card.phrases()) {
            double shared = weight(both(asked, phrase));
            most = Math.max(most, shared / (weight(asked) + weight(phrase) - shared));
        }
        return most;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    /** The sentence that has most of the question in it. */
    private Quote quote(Candidate found, Set<String> asked) {
        return said.computeIfAbsent(found.number(), number -> Said.by(found.card())).stream()
                // The first of equals: max() would take the last.
                .reduce((best, next) -> worth(next, asked) > worth(best, asked) ? next : best)
                .map(best -> best.sentence().quote())
                .orElseGet(() -> new Quote(List.of(found.card().entry().body())));
    }

    private double worth(Said said, Set<String> asked) {
        return (0.1 + weight(both(said.words(), asked))) * said.sentence().weight();
    }
}
