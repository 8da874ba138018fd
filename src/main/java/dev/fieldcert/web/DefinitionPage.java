package dev.fieldcert.web;

import static dev.fieldcert.web.Html.text;

import dev.fieldcert.badge.picture.BadgePicture;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Program;

/** What a badge certifies, whoever holds it: the address an achievement's id leads to. */
final class DefinitionPage {

    private DefinitionPage() {}

    static String render(BadgeDefinition badge, Program program) {
        return Html.page(badge.name(), """
                <img class="picture" src="/badges/definitions/%s/picture.png" width="256" height="256" alt="%s">
                <p class="over">%s</p>
                <h1>%s</h1>
                <h2>What it certifies</h2>
                <p>%s</p>
                <h2>How it is earned</h2>
                <p>%s</p>
                <p><a href="/badges/verify">Verify a badge</a></p>
                """.formatted(
                        text(badge.id()),
                        text(BadgePicture.altText(badge, program.title())),
                        text(program.title()),
                        text(badge.name()),
                        text(badge.description()),
                        text(badge.criteria())));
    }
}
