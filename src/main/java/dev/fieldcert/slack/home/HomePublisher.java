package dev.fieldcert.slack.home;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.home.HomeRefresh.Outcome;
import dev.fieldcert.slack.webapi.Concern;
import dev.fieldcert.slack.webapi.Fingerprint;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackMetrics;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Renders a person's current Home, and publishes it if it changed. */
@Component
class HomePublisher {

    private static final Logger LOG = LoggerFactory.getLogger(HomePublisher.class);
    private static final int MOST_BLOCKS = 100;
    /**
     * When Home is opened this long after its last publication, it is published even if unchanged, because a view does
     * not survive a reinstallation of the app.
     */
    private static final Duration TRUSTED = Duration.ofMinutes(10);

    private final Homes homes;
    private final List<HomeTab> tabs;
    private final SlackSender slack;
    private final SlackMetrics metrics;
    private final Clock clock;

    HomePublisher(Homes homes, List<HomeTab> tabs, SlackSender slack, SlackMetrics metrics, Clock clock) {
        this.homes = homes;
        this.tabs =
                tabs.stream().sorted(Comparator.comparingInt(HomeTab::place)).toList();
        this.slack = slack;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Publishes Home when the person opens it, and remembers that they did. */
    void open(String person) {
        HomeState state = homes.find(person).orElseGet(() -> HomeState.of(person));
        List<String> forThem =
                tabs.stream().filter(tab -> tab.isFor(person)).map(HomeTab::id).toList();
        homes.save(state.with(forThem));
        boolean empty = state.publishedAt() == null;
        if (empty && tabs.stream().anyMatch(tab -> tab.hasNewPictures(person))) {
            publish(person, false, false);
        }
        boolean old = empty || state.publishedAt().plus(TRUSTED).isBefore(clock.instant());
        publish(person, true, old);
    }

    /** Publishes Home after a change, but only if the person has ever opened it. */
    Outcome refresh(String person) {
        return homes.find(person).isEmpty() ? Outcome.UNOPENED : publish(person, true, false);
    }

    /** Changes what Home shows, as the person chose: another tab or page, for example. */
    void turn(String person, UnaryOperator<HomeState> change) {
        homes.save(change.apply(homes.find(person).orElseGet(() -> HomeState.of(person))));
        publish(person, true, false);
    }

    /** Publishes a newcomer's Home for an erased person, and deletes the stored state. */
    void forget(String person) {
        View view = View.builder()
                .type("home")
                .blocks(blocks(HomeState.of(person), false))
                .build();
        slack.publishHome(person, view, null);
        homes.forget(person);
    }

    private Outcome publish(String person, boolean pictures, boolean evenUnchanged) {
        HomeState before = homes.find(person).orElseGet(() -> HomeState.of(person));
        try {
            return publish(before, pictures, evenUnchanged, before.hash());
        } catch (SlackFailure failure) {
            if (failure.error().equals("hash_conflict")) {
                // Another instance has published in the meantime: renders again, and overwrites what it published.
                HomeState now = homes.find(person).orElse(before);
                boolean known = now.hash() != null && !now.hash().equals(before.hash());
                return publish(now, pictures, true, known ? now.hash() : null);
            }
            if (failure.concern() != Concern.MESSAGE) {
                throw failure;
            }
            if (!pictures) {
                return publishPlain(before, failure);
            }
            boolean soon = shown(before).picturesRefused(person);
            publishWithoutPictures(before, evenUnchanged);
            return soon ? Outcome.MORE_SOON : Outcome.PUBLISHED;
        }
    }

    private void publishWithoutPictures(HomeState state, boolean evenUnchanged) {
        try {
            publish(state, false, evenUnchanged, null);
        } catch (SlackFailure failure) {
            if (failure.concern() != Concern.MESSAGE) {
                throw failure;
            }
            publishPlain(state, failure);
        }
    }

    /** Publishes the same text and buttons without any layout, because Slack rejected the Home. */
    private Outcome publishPlain(HomeState state, SlackFailure failure) {
        metrics.unexpected();
        LOG.error("Slack does not show the Home we drew person={} error={}", state.person(), failure.error());
        return publish(state, SlackMessage.of(blocks(state, false)).plain().blocks(), true, null);
    }

    private Outcome publish(HomeState state, boolean pictures, boolean evenUnchanged, String hash) {
        return publish(state, blocks(state, pictures), evenUnchanged, hash);
    }

    private Outcome publish(HomeState state, List<LayoutBlock> blocks, boolean evenUnchanged, String hash) {
        View view = View.builder().type("home").blocks(blocks).build();
        String content = Fingerprint.of(GsonFactory.createSnakeCase().toJson(view));
        if (!evenUnchanged && content.equals(state.content())) {
            return Outcome.AS_IT_WAS;
        }
        Instant now = clock.instant();
        String newHash = slack.publishHome(state.person(), view, hash);
        HomeState current = homes.find(state.person()).orElse(state);
        homes.save(current.published(newHash, content, now));
        return Outcome.PUBLISHED;
    }

    private List<LayoutBlock> blocks(HomeState state, boolean pictures) {
        HomeTab shown = shown(state);
        List<LayoutBlock> blocks = new ArrayList<>();
        if (state.tabs().size() > 1) {
            blocks.add(actions(tabs.stream()
                    .filter(tab -> state.tabs().contains(tab.id()))
                    .map(tab -> tab == shown
                            ? primary(tab.label(), "home-tab:" + tab.id(), tab.id())
                            : button(tab.label(), "home-tab:" + tab.id(), tab.id()))
                    .toList()));
        }
        blocks.addAll(shown.blocks(new HomeTab.Looking(state.person(), state.page(), state.badges(), pictures)));
        if (blocks.size() > MOST_BLOCKS) {
            LOG.warn("Home too long person={} tab={} blocks={}", state.person(), shown.id(), blocks.size());
        }
        return fitting(blocks);
    }

    /** The blocks that Slack accepts in a Home. What is left out is said. */
    static List<LayoutBlock> fitting(List<LayoutBlock> blocks) {
        if (blocks.size() <= MOST_BLOCKS) {
            return blocks;
        }
        List<LayoutBlock> fitting = new ArrayList<>(blocks.subList(0, MOST_BLOCKS - 1));
        fitting.add(
                note("There’s more than Slack can show here. Type `/cert help` for the commands that list the rest."));
        return fitting;
    }

    /** The chosen tab if the person may still see it, or else the first tab. */
    private HomeTab shown(HomeState state) {
        Optional<HomeTab> chosen = tabs.stream()
                .filter(tab -> tab.id().equals(state.tab()))
                .filter(tab -> tab.isFor(state.person()))
                .findFirst();
        return chosen.orElse(tabs.get(0));
    }
}
