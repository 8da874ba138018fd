package dev.fieldcert.slack.admin.item;

import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.ItemDecision;
import dev.fieldcert.learner.certification.NotifyRevocation;
import dev.fieldcert.learner.item.DecideItem;
import dev.fieldcert.learner.item.ItemDecisions;
import dev.fieldcert.learner.item.ItemReports;
import dev.fieldcert.learner.item.SettleDecision;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.AdminAction.Rights;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.LongWork;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Handles decisions about a question: the form, the dry run, the confirmation, undoing, and the badges in question.
 */
@Component
class ItemListener implements SlackHandler {

    private final DecideItem decideItem;
    private final SettleDecision settleDecision;
    private final ItemDecisions decisions;
    private final ItemReports reports;
    private final Awards awards;
    private final NotifyRevocation notifyRevocation;
    private final AuditTrail audit;
    private final OutboxRelay delivery;
    private final LongWork longWork;
    private final AdminAuthorization authorization;
    private final SlackSender slack;

    ItemListener(
            DecideItem decideItem,
            SettleDecision settleDecision,
            ItemDecisions decisions,
            ItemReports reports,
            Awards awards,
            NotifyRevocation notifyRevocation,
            AuditTrail audit,
            OutboxRelay delivery,
            LongWork longWork,
            AdminAuthorization authorization,
            SlackSender slack) {
        this.decideItem = decideItem;
        this.settleDecision = settleDecision;
        this.decisions = decisions;
        this.reports = reports;
        this.awards = awards;
        this.notifyRevocation = notifyRevocation;
        this.audit = audit;
        this.delivery = delivery;
        this.longWork = longWork;
        this.authorization = authorization;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.blockAction(ItemMessages.DECIDE, authorization.click(Rights.ADMIN, this::open));
        router.viewSubmission(ItemMessages.DECIDE, authorization.form(Rights.ADMIN, this::decided));
        router.blockAction(ItemMessages.MAKE, authorization.click(Rights.ADMIN, this::make));
        router.blockAction(
                ItemMessages.DROP,
                authorization.click(Rights.ADMIN, click -> slack.turn(click, ItemMessages.dropped())));
        router.blockAction(ItemMessages.UNDO, authorization.click(Rights.ADMIN, this::openUndo));
        router.viewSubmission(ItemMessages.UNDO, authorization.form(Rights.ADMIN, this::undone));
        router.blockAction(ItemMessages.STAYS, authorization.click(Rights.ADMIN, this::badgeStays));
        router.blockAction(ItemMessages.BACK, authorization.click(Rights.ADMIN, this::openTakeBack));
        router.viewSubmission(ItemMessages.BACK, authorization.form(Rights.ADMIN, this::takenBack));
    }

    /** The kind of decision, and the question that it is about. */
    private record Choice(ItemDecision.Kind kind, ItemRef ref) {

        /** @throws IllegalArgumentException if the value does not come from one of the bot's buttons or forms */
        static Choice fromValue(String value) {
            String[] parts = value.split("\\|", 2);
            Optional<ItemDecision.Kind> kind = ItemForms.kind(parts[0]);
            Optional<ItemRef> ref = parts.length == 2 ? ItemRef.read(parts[1]) : Optional.empty();
            if (kind.isEmpty() || ref.isEmpty()) {
                throw new IllegalArgumentException("Not a decision about a question");
            }
            return new Choice(kind.get(), ref.get());
        }
    }

    private static ItemRef ref(ItemDecision decision) {
        return new ItemRef(decision.course(), decision.question());
    }

    private void open(BlockAction click) {
        Choice choice = Choice.fromValue(click.value());
        Optional<DecideItem.Found> found =
                decideItem.find(choice.ref().course(), choice.ref().question());
        if (found.isEmpty()) {
            slack.respondEphemeral(click, SlackMessage.note(ItemMessages.noSuchQuestion()));
            return;
        }
        slack.openModal(
                click.triggerId(),
                ItemForms.decide(
                        choice.kind(),
                        choice.ref(),
                        found.get().question(),
                        reports.about(choice.ref().course(), choice.ref().question())));
    }

    private SubmissionResponse decided(ViewSubmission form) {
        Choice choice = Choice.fromValue(form.metadata());
        DecideItem.Outcome outcome = decideItem.propose(
                choice.ref().course(),
                choice.ref().question(),
                choice.kind(),
                ItemForms.key(choice.kind(), form),
                form.person(),
                form.input(ItemForms.REASON).orElse(""));
        if (!(outcome instanceof DecideItem.Outcome.Proposed proposed)) {
            boolean isAboutTheKey = choice.kind().regrades()
                    && (outcome instanceof DecideItem.Outcome.NoKey || outcome instanceof DecideItem.Outcome.Already);
            return SubmissionResponse.error(
                    isAboutTheKey ? ItemForms.KEY : ItemForms.REASON, ItemMessages.refused(outcome));
        }
        ItemDecision decision = proposed.decision();
        if (decision.kind().regrades()) {
            return SubmissionResponse.done(() -> dryRun(form.person(), decision));
        }
        Optional<ItemDecision> made = decideItem.make(decision.id());
        return SubmissionResponse.done(() -> {
            made.ifPresent(now -> settleDecision.settle(now, () -> {}));
            slack.post(slack.dmWith(form.person()), ItemMessages.made(decision, choice.ref()), null);
        });
    }

    private void dryRun(String admin, ItemDecision decision) {
        longWork.start(
                admin,
                "Dry run for " + ref(decision),
                progress -> found(decision)
                        .map(found ->
                                ItemMessages.dryRun(decision, found, settleDecision.dryRun(decision, progress::step)))
                        .orElseGet(ItemMessages::gone));
    }

    private Optional<DecideItem.Found> found(ItemDecision decision) {
        return decideItem.find(decision.course(), decision.question());
    }

    private void make(BlockAction click) {
        Optional<ItemDecision> made = decideItem.make(click.value());
        if (made.isEmpty()) {
            slack.respondEphemeral(click, ItemMessages.gone());
            return;
        }
        slack.turn(
                click,
                SlackMessage.note("*" + ref(made.get()) + ":* " + ItemMessages.what(made.get())
                        + ". I’m checking everyone’s results now, and I’ll tell you what changed."));
        settle(click.person(), made.get());
    }

    /**
     * Applies the decision to everybody's results, and reports to the admin. If this does not finish, a periodic job
     * completes it.
     */
    private void settle(String admin, ItemDecision decision) {
        longWork.start(
                admin,
                ItemMessages.working(decision, ref(decision)),
                progress -> found(decision)
                        .map(found -> ItemMessages.settled(
                                decision,
                                found,
                                settleDecision.settle(decision, progress::step),
                                award -> badge(award).map(given -> given.badge().name())))
                        .orElseGet(ItemMessages::gone));
    }

    private void openUndo(BlockAction click) {
        Optional<ItemDecision> decision =
                decisions.find(click.value()).filter(found -> found.isMade() && !found.isUndone());
        if (decision.isEmpty()) {
            slack.respondEphemeral(click, ItemMessages.gone());
            return;
        }
        slack.openModal(click.triggerId(), ItemForms.undo(decision.get()));
    }

    private SubmissionResponse undone(ViewSubmission form) {
        String reason = form.input(ItemForms.REASON).orElse("");
        if (reason.isBlank()) {
            return SubmissionResponse.error(ItemForms.REASON, ItemMessages.refused(new DecideItem.Outcome.NoReason()));
        }
        Optional<ItemDecision> undone = decideItem.undo(form.metadata(), form.person(), reason);
        return undone.isEmpty()
                ? SubmissionResponse.error(ItemForms.REASON, "This was already undone. Nothing was changed.")
                : SubmissionResponse.done(() -> settle(form.person(), undone.get()));
    }

    /** A badge in question: its holder and the award. */
    private record InQuestion(String holder, String award) {

        /** @throws IllegalArgumentException if the value does not come from one of the bot's buttons or forms */
        static InQuestion fromValue(String value) {
            String[] parts = value.split("\\|", -1);
            if (parts.length != 2 || !parts[0].matches("[UW][A-Z0-9]+")) {
                throw new IllegalArgumentException("Not a badge in question");
            }
            return new InQuestion(parts[0], parts[1]);
        }
    }

    private Optional<GivenBadge> badge(String award) {
        return awards.find(award);
    }

    private Optional<GivenBadge> badge(InQuestion about) {
        return badge(about.award()).filter(given -> given.learner().equals(about.holder()));
    }

    private void badgeStays(BlockAction click) {
        InQuestion about = InQuestion.fromValue(click.value());
        Optional<GivenBadge> given = badge(about);
        if (given.isEmpty()) {
            slack.respondEphemeral(click, ItemMessages.gone());
            return;
        }
        String name = given.get().badge().name();
        audit.note(about.holder(), click.person(), AuditedAction.of(AuditedAction.Code.BADGE_STAYS, name), "");
        slack.respondEphemeral(click, ItemMessages.badgeStays(name, about.holder()));
    }

    private void openTakeBack(BlockAction click) {
        Optional<GivenBadge> given = badge(InQuestion.fromValue(click.value()));
        if (given.isEmpty()) {
            slack.respondEphemeral(click, ItemMessages.gone());
            return;
        }
        slack.openModal(
                click.triggerId(),
                ItemForms.takeBack(click.value(), given.get().badge().name()));
    }

    private SubmissionResponse takenBack(ViewSubmission form) {
        InQuestion about = InQuestion.fromValue(form.metadata());
        String reason = form.input(ItemForms.REASON).orElse("");
        Optional<GivenBadge> given = badge(about);
        if (reason.isBlank() || given.isEmpty()) {
            return SubmissionResponse.error(
                    ItemForms.REASON,
                    given.isEmpty()
                            ? "That badge isn’t theirs. Nothing was changed."
                            : "Give a reason. Everyone who looks at the badge will see it.");
        }
        String name = given.get().badge().name();
        awards.revoke(about.award(), form.person(), reason);
        var told = notifyRevocation.tell(about.holder(), about.award(), name, form.person(), reason);
        if (told.result() instanceof NotifyRevocation.Outcome.AlreadyRevoked) {
            return SubmissionResponse.error(ItemForms.REASON, "This badge was already revoked. Nothing was changed.");
        }
        return SubmissionResponse.done(() -> {
            slack.post(slack.dmWith(form.person()), ItemMessages.badgeTaken(name, about.holder()), null);
            delivery.deliver(told);
        });
    }
}
