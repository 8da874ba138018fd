package dev.fieldcert.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;

/**
 * Splits English text into stems for comparison. All forms that {@code search/words.txt} lists for one
 * meaning, such as an abbreviation and its long form, become one token.
 */
final class Words extends Analyzer {

    private static final CharArraySet WITHOUT_MEANING =
            set("a an and are as at be been but by did do does doing for from had has have "
                    + "he her him his i if in into is it its me my of on or our she so that the their them then there these they this "
                    + "those to up us was we were with you your");

    /** Words that tell what kind of answer is wanted, not what the question is about. */
    private static final CharArraySet OF_ANY_QUESTION =
            set("about actually again also am any anybody anyone anything best better "
                    + "between body call called came can care come could difference differences different dont easy everybody exactly "
                    + "explain fine get gets give go goes going good got great hello here hey hi how im isnt ive just kind know let "
                    + "like long lot many mean meaning means meant mine much need needs no not ok one out please really right said "
                    + "say says sentence short should simple simply some somebody someone something sort stand stands tell than thanks "
                    + "thats thing things too use used uses using versus vs want wants way ways what whats when whens where wheres "
                    + "which who whom whos whose why will word work works would yours");

    private static final Pattern APOSTROPHES_AND_EMPHASIS = Pattern.compile("['’]s\\b|['’`*]+");
    private static final Pattern ADDRESSES = Pattern.compile("\\]\\([^)]*\\)");

    private static final Words OF_A_LESSON = new Words(true);
    private static final Words OF_A_QUESTION = new Words(false);
    private static final Set<String> STEMS_OF_ANY_QUESTION = stemsOfAnyQuestion();

    private final SynonymMap synonyms;

    private Words(boolean keepingForms) {
        this.synonyms = synonyms(keepingForms);
    }

    private static CharArraySet set(String words) {
        return new CharArraySet(List.of(words.split(" ")), true);
    }

    private static Set<String> stemsOfAnyQuestion() {
        StringBuilder words = new StringBuilder();
        OF_ANY_QUESTION.forEach(word -> words.append((char[]) word).append(' '));
        return stems(OF_A_QUESTION, words.toString());
    }

    static Analyzer ofALesson() {
        return OF_A_LESSON;
    }

    /**
     * The stems of a lesson's words. Each synonym is kept next to the token for its meaning, so that a part of a long
     * form is found as well.
     */
    static Set<String> ofLesson(String text) {
        return stems(OF_A_LESSON, text);
    }

    /** The stems of the question's words, in order of appearance, without duplicates. */
    static Set<String> ofQuestion(String question) {
        return stems(OF_A_QUESTION, question);
    }

    static boolean isOfAnyQuestion(String stem) {
        return STEMS_OF_ANY_QUESTION.contains(stem);
    }

    /**
     * Removes link addresses, emphasis and apostrophes, so that “What’s”, “what's” and “what” become one word. Call it
     * on every text before it is analyzed.
     */
    static String plain(String text) {
        return APOSTROPHES_AND_EMPHASIS
                .matcher(ADDRESSES.matcher(text).replaceAll(""))
                .replaceAll("");
    }

    private static Set<String> stems(Analyzer analyzer, String text) {
        Set<String> stems = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream("", plain(text))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream synonymous = new SynonymGraphFilter(new LowerCaseFilter(tokenizer), synonyms, true);
        TokenStream telling = new StopFilter(new FlattenGraphFilter(synonymous), WITHOUT_MEANING);
        return new TokenStreamComponents(tokenizer, new PorterStemFilter(telling));
    }

    private static SynonymMap synonyms(boolean keepingForms) {
        SynonymMap.Builder map = new SynonymMap.Builder(true);
        for (String line : meanings()) {
            String[] meaning = line.split("=", 2);
            CharsRef token = new CharsRef(meaning[0].strip());
            for (String form : meaning[1].split(",")) {
                map.add(SynonymMap.Builder.join(form.strip().split(" "), new CharsRefBuilder()), token, keepingForms);
            }
        }
        try {
            return map.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> meanings() {
        try (InputStream in = Words.class.getResourceAsStream("/search/words.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
