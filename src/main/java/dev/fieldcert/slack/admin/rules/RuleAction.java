package dev.fieldcert.slack.admin.rules;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.FormInput;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.TypedWords;
import dev.fieldcert.slack.blockkit.Forms;
import dev.fieldcert.slack.webapi.SlackDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stores a new rule, and shows in a dry run what it would do. */
@Component
@Order(34)
class RuleAction extends AdminAction {

    private static final int LONGEST = 300;

    private final Rules rules;
    private final EnrollLearner enrollLearner;
    private final Programs programs;
    private final SlackDirectory directory;

    RuleAction(
            Rules rules, RuleDryRun dryRun, EnrollLearner enrollLearner, Programs programs, SlackDirectory directory) {
        super("rule", "New rule", "enroll people automatically when they join, after a dry run", Place.PEOPLE);
        this.rules = rules;
        this.enrollLearner = enrollLearner;
        this.programs = programs;
        this.directory = directory;
        var name = takes(new Words("name", "<name>", "Name", "A short name, like ams-sal.", false));
        var text = takes(new Words(
                "rule",
                "<who> → <path|course>[, due …]",
                "Rule",
                "Who: in #channel, in @group, everyone, profile title contains \"…\", or a roster column, like title "
                        + "contains \"Strategic Account\". Then → and a path or course. Due date: a day, "
                        + "90 days after joining, or 90 days after start.",
                true));
        submit("Dry run");
        does(said -> {
            Rule rule = rules.propose(
                    name(said.get(name)), text(said.get(text)).toString(), said.by(), Rule.State.PROPOSED);
            return CommandResult.inDm(() -> dryRun.begin(rule, said.by()));
        });
    }

    /** One word, or everything that is left. */
    private static final class Words extends Parameter<String> {

        private final String label;
        private final String hint;
        private final boolean rest;

        Words(String id, String usage, String label, String hint, boolean rest) {
            super(id, usage);
            this.label = label;
            this.hint = hint;
            this.rest = rest;
        }

        @Override
        protected String typed(TypedWords words, Arguments before) {
            String typed = rest ? words.rest() : words.word().orElse("");
            if (typed.isBlank()) {
                throw words.missing(rest ? "Write the rule" : "Give the rule a name");
            }
            return typed;
        }

        @Override
        protected String submitted(FormInput form, Arguments before) {
            return form.text(id()).orElseThrow(() -> new CommandException("Fill this in."));
        }

        @Override
        protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
            return List.of(Forms.field(id(), label, hint, false, Forms.text(id(), null, rest, LONGEST)));
        }
    }

    private String name(String typed) {
        String name = typed.toLowerCase(Locale.ROOT).replaceFirst(":$", "");
        if (!name.matches("[\\p{Ll}\\p{N}][\\p{Ll}\\p{N}_.-]{0,39}")) {
            throw new CommandException(
                    "A rule’s name is one word of up to 40 letters, digits, and hyphens, so it can’t be "
                            + Sentences.quoted(typed) + ". Nothing was changed.");
        }
        if (rules.find(name).filter(rule -> rule.state() != Rule.State.PROPOSED).isPresent()
                || name.equals(EnrollmentRules.OF_THE_ROSTER)) {
            throw new CommandException("There’s already a rule called " + Sentences.quoted(name)
                    + ". Choose another name, or remove that rule first: `/cert-admin rules`.");
        }
        return name;
    }

    private RuleText text(String typed) {
        RuleText rule;
        try {
            rule = RuleText.of(typed);
        } catch (RuleText.NotUnderstood why) {
            throw new CommandException(why.getMessage() + " Nothing was changed.");
        }
        String target = enrollLearner
                .targetFor(rule.target())
                .filter(id -> !programs.current().published(id).isEmpty())
                .orElseThrow(() -> new CommandException("I don’t know a path or course called "
                        + Sentences.quoted(rule.target()) + ". Here’s what there is:\n"
                        + Sentences.targets(programs.current()) + "\nNothing was changed."));
        List<RuleText.Condition> found = new ArrayList<>();
        rule.conditions().forEach(condition -> found.add(found(condition)));
        return rule.with(found, target);
    }

    private RuleText.Condition found(RuleText.Condition condition) {
        if (!(condition instanceof RuleText.In place) || place.id() != null) {
            return condition;
        }
        String id = (place.channel() ? directory.channelByName(place.name()) : directory.groupByHandle(place.name()))
                .orElseThrow(() -> new CommandException("I can’t see a " + (place.channel() ? "channel" : "group")
                        + " called " + Sentences.quoted(place.name())
                        + (place.channel() ? ". If it’s private, invite me there first with `/invite @FieldCert`" : "")
                        + ". Nothing was changed."));
        return new RuleText.In(place.channel(), id, place.name());
    }
}
