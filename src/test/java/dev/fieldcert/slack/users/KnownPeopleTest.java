package dev.fieldcert.slack.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.slack.api.model.User;
import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.slack.users.KnownPeople.KnownPerson;
import dev.fieldcert.slack.webapi.CallPolicy;
import dev.fieldcert.slack.webapi.SlackDirectory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workspace of a hundred thousand people. */
class KnownPeopleTest {

    private static final int PAGE = 1000;
    private static final int PAGES = 100;

    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final SlackDirectory directory = mock(SlackDirectory.class);
    private final KnownPeople people = new KnownPeople(directory, clock);
    private final List<User> joined = new ArrayList<>();

    @BeforeEach
    void slackListsThemInPages() {
        when(directory.peoplePage(anyString())).thenAnswer(call -> {
            String cursor = call.getArgument(0);
            int page = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
            List<User> some = new ArrayList<>(IntStream.range(page * PAGE, (page + 1) * PAGE)
                    .mapToObj(i -> user("U" + i, "person" + i))
                    .toList());
            boolean last = page == PAGES - 1;
            if (last) {
                some.addAll(joined);
            }
            return new SlackDirectory.PeoplePage(some, last ? Optional.empty() : Optional.of(String.valueOf(page + 1)));
        });
    }

    private static User user(String id, String handle) {
        User user = new User();
        user.setId(id);
        user.setName(handle);
        User.Profile profile = new User.Profile();
        profile.setDisplayName(handle);
        profile.setEmail(handle + "@example.com");
        user.setProfile(profile);
        return user;
    }

    private Optional<KnownPerson> find(String handle) {
        List<KnownPerson> found = new ArrayList<>();
        people.search(CallPolicy.NONE, person -> {
            if (person.handle().equals(handle)) {
                found.add(person);
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private void pagesRead(int pages) {
        verify(directory, times(pages)).peoplePage(anyString());
    }

    @Test
    void theyAreReadPageByPageOnceAndRememberedForAWhile() {
        assertThat(people.all()).hasSize(PAGES * PAGE);
        pagesRead(PAGES);
        System.gc();
        Runtime memory = Runtime.getRuntime();
        System.out.printf(
                "A workspace of %,d people is remembered; the heap holds %,d MB%n",
                PAGES * PAGE, (memory.totalMemory() - memory.freeMemory()) >> 20);

        assertThat(find("person99999")).map(KnownPerson::id).contains("U99999");
        clock.advance(Duration.ofMinutes(14));
        assertThat(find("person3")).isPresent();
        pagesRead(PAGES);

        clock.advance(Duration.ofMinutes(2));
        assertThat(find("person99999")).isPresent();
        pagesRead(2 * PAGES);
    }

    @Test
    void nobodyReadsOnOnceTheyHaveFoundWhomTheyLookFor() {
        assertThat(find("person2500")).isPresent();

        pagesRead(3);
    }

    @Test
    void whoHasJoinedSinceIsFound() {
        people.all();
        joined.add(user("UNEW", "newcomer"));

        assertThat(find("newcomer")).map(KnownPerson::id).contains("UNEW");
    }

    @Test
    void aProfileThatChangesIsFollowed() {
        people.all();

        people.follow(user("U7", "married"));

        assertThat(find("married")).map(KnownPerson::id).contains("U7");
        pagesRead(PAGES);
    }
}
