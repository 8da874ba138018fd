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
 * An in-memory index of the cards of one version of the program. A card's score is Lucene's BM25 over title, text,
 * context and the phrases of {@code asked-as}, plus a bonus for how similar the question is to the card's title or to
 * one of those phrases. BM25 always finds something, so a card counts as an answer only from a minimum score. The
 * constants were tuned on the set of questions in the tests.
 */
final class CardIndex {

    private static final int MOST_HITS = 3;
    private static final int CANDIDATES = 20;
    private static final int TOPICS = 2;
    private static final int MOST_AIDS = 2;

    /** How much a word counts in each field. */
    private static final Map<String, Float> BOOSTS = Map.of("asked", 2.5f, "title", 2f, "body", 1f, "context", 0.5f);

    /** If a word occurs in several fields, the best field counts in full and the others by this factor. */
    private static final float OTHER_PLACES = 0.3f;

    /** How much an exact match with a phrase adds to the BM25 score; a partial match adds a share of it. */
    private static final double PHRASE_BOOST = 8;

    /**
     * The best card answers the question only if it has at least this score; otherwise it is only a related topic. A
     * minimum share of the question's words was tried instead, and it rejected half of the long questions that sellers
     * ask.
     */
    private static final double ANSWERS = 9.8;

    /** The share of the question's words, by weight, that a job aid must contain to match. */
    private static final double ENOUGH_FOR_AN_AID = 0.5;

    /** A card whose score is below this fraction of the best score is left out of the results. */
    private static final double BESIDE_THE_BEST = 0.4;

    /** The weight of a word that is in no card; the rarest words in the lessons have a weight of 4.4. */
    private static final double UNKNOWN = 4.2;

    private static final double OF_ANY_QUESTION = 0.5;

    /** @param words all words of the card, its phrases, and the titles of its objective and course */
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

    /** @param head the words of its title, of its description of use, and of its course's title */
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
    /** Sentences by card number; a card is split into sentences when it is first found. */
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
                // Merges into one segment, so that Lucene's document numbers equal the card numbers.
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

    /**
     * Job aids contain few words, so they are not ranked with the cards. An aid matches if it contains most of the
     * question's words, by weight.
     */
    private List<AidRef> aids(Set<String> asked) {
        Set<String> telling = new HashSet<>(asked);
        telling.removeIf(Words::isOfAnyQuestion);
        return aids.stream()
                .filter(aid -> weight(both(telling, aid.head())) >= ENOUGH_FOR_AN_AID * weight(telling))
                .limit(MOST_AIDS)
                .map(Aid::place)
                .toList();
    }

    /** Replaces each word that no card contains with the similar word that it is probably a typo of. */
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

    /**
     * How similar the question is to the most similar phrase, 0 to 1: the weight of the words they share, divided by
     * the weight of all their words.
     */
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

    /** Quotes the sentence that contains most of the question's words, by weight. */
    private Quote quote(Candidate found, Set<String> asked) {
        return said.computeIfAbsent(found.number(), number -> Said.by(found.card())).stream()
                // Keeps the first of equally good sentences; max() would keep the last.
                .reduce((best, next) -> worth(next, asked) > worth(best, asked) ? next : best)
                .map(best -> best.sentence().quote())
                .orElseGet(() -> new Quote(List.of(found.card().entry().body())));
    }

    private double worth(Said said, Set<String> asked) {
        return (0.1 + weight(both(said.words(), asked))) * said.sentence().weight();
    }
}
