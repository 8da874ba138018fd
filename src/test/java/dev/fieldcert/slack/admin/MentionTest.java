package dev.fieldcert.slack.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionTest {

    @Test
    void namesAreReadAsSlackEscapesThem() {
        var read = Mention.leading("<@U123|ada> <!subteam^S9|@sal> <#C7|west> applying-devops due 2027-03-31");

        assertThat(read.mentions())
                .containsExactly(
                        new Mention(Mention.Kind.PERSON, "U123", "ada"),
                        new Mention(Mention.Kind.GROUP, "S9", "sal"),
                        new Mention(Mention.Kind.CHANNEL, "C7", "west"));
        assertThat(read.rest()).isEqualTo("applying-devops due 2027-03-31");
    }

    @Test
    void idsAloneAndPrivateChannelsWithoutANameAreRead() {
        assertThat(Mention.leading("<@W1> <#G2|> <!subteam^S3>").mentions())
                .extracting(Mention::id)
                .containsExactly("W1", "G2", "S3");
    }

    @Test
    void namesAreReadAsTheyWereTypedWithoutEscaping() {
        var read = Mention.leading("@ada.lovelace, #west, grace@example.com applying-devops");

        assertThat(read.mentions())
                .containsExactly(
                        new Mention(Mention.Kind.NAME, null, "ada.lovelace"),
                        new Mention(Mention.Kind.CHANNEL, null, "west"),
                        new Mention(Mention.Kind.EMAIL, null, "grace@example.com"));
        assertThat(read.rest()).isEqualTo("applying-devops");
    }

    @Test
    void anAddressIsReadFromItsLink() {
        assertThat(Mention.leading("<mailto:Ada@Example.com|Ada@Example.com> x").mentions())
                .containsExactly(new Mention(Mention.Kind.EMAIL, null, "ada@example.com"));
    }

    @Test
    void everybodyIsNobodyInParticular() {
        assertThat(Mention.leading("<!channel> @here <!everyone|everyone>").mentions())
                .allMatch(mention -> mention.kind() == Mention.Kind.BROADCAST)
                .hasSize(3);
    }

    @Test
    void whatFollowsIsTheReadersOwnText() {
        assertThat(Mention.leading("@ada on leave & moved <soon> @bob").rest())
                .isEqualTo("on leave & moved <soon> @bob");
        assertThat(Mention.leading("applying-devops").mentions()).isEmpty();
    }
}
