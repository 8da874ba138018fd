package dev.fieldcert.slack.home;

import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a person's Home shows, and what was last published.
 *
 * @param tab id of the tab that the person chose
 * @param tabs ids of the tabs that were available when the person last opened Home
 * @param page the page of a tab that has several, 0-based
 * @param badges the number of badges to show
 * @param hash Slack's hash of the last published view; null before the first publication
 * @param content our fingerprint of the last published view
 */
@Document("homes")
@TypeAlias("home")
public record HomeState(
        @Id String person,
        String tab,
        List<String> tabs,
        int page,
        int badges,
        String hash,
        String content,
        Instant publishedAt) {

    public static final int FEW_BADGES = 6;
    public static final int MOST_BADGES = 100;

    public HomeState {
        tabs = tabs == null ? List.of() : List.copyOf(tabs);
    }

    static HomeState of(String person) {
        return new HomeState(person, "", List.of(), 0, FEW_BADGES, null, null, null);
    }

    HomeState on(String tab) {
        return new HomeState(person, tab, tabs, 0, badges, hash, content, publishedAt);
    }

    HomeState onPage(int page) {
        return new HomeState(person, tab, tabs, page, badges, hash, content, publishedAt);
    }

    HomeState with(List<String> tabs) {
        return new HomeState(person, tab, tabs, page, badges, hash, content, publishedAt);
    }

    HomeState showing(int badges) {
        int bounded = Math.max(FEW_BADGES, Math.min(MOST_BADGES, badges));
        return new HomeState(person, tab, tabs, page, bounded, hash, content, publishedAt);
    }

    HomeState published(String hash, String content, Instant at) {
        return new HomeState(person, tab, tabs, page, badges, hash, content, at);
    }
}
