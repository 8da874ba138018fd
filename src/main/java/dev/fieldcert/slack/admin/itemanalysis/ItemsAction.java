package dev.fieldcert.slack.admin.itemanalysis;

import dev.fieldcert.itemanalysis.readmodel.CountAnswers;
import dev.fieldcert.itemanalysis.readmodel.ItemFigures;
import dev.fieldcert.itemanalysis.readmodel.ItemRecords;
import dev.fieldcert.itemanalysis.readmodel.ItemsFile;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.report.ReportUpload;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackFiles;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.LongWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Shows what the answers say about the questions: all questions, or those of a course or an objective, or one item.
 */
@Component
@Order(43)
class ItemsAction extends AdminAction {

    private final ItemFigures figures;
    private final ItemRecords records;
    private final CountAnswers countAnswers;
    private final LongWork longWork;
    private final ReportUpload uploads;
    private final People people;
    private final SlackSender slack;
    private final SlackFiles files;

    ItemsAction(
            WhichItems which,
            ItemFigures figures,
            ItemRecords records,
            CountAnswers countAnswers,
            LongWork longWork,
            ReportUpload uploads,
            People people,
            SlackSender slack,
            SlackFiles files) {
        super(
                "items",
                "Question statistics",
                "how well each question works, based on people’s answers",
                Place.QUESTIONS);
        this.figures = figures;
        this.records = records;
        this.countAnswers = countAnswers;
        this.longWork = longWork;
        this.uploads = uploads;
        this.people = people;
        this.slack = slack;
        this.files = files;
        isAlsoForAuthors();
        var asFile = takes(Parameter.flag("csv"));
        var again = takes(Parameter.flag("rebuild"));
        var what = takes(which.parameter());
        var drawn = takes(Parameter.flag("picture"));
        homeButton(Place.QUESTIONS, "Question statistics", "");
        does(said -> {
            if (said.get(asFile)) {
                return CommandResult.inDm(() -> write(said.by()));
            }
            if (said.get(again)) {
                return CommandResult.inDm(() -> rebuild(said.by()));
            }
            ItemsShown shown = said.find(what).map(which::find).orElse(new ItemsShown.Everything());
            return said.get(drawn)
                    ? CommandResult.inDm(() -> draw(said.by(), shown))
                    : CommandResult.shown(screen(said.by(), shown));
        });
    }

    private SlackMessage screen(String person, ItemsShown shown) {
        if (shown instanceof ItemsShown.OfCourse of) {
            return ItemsMessages.course(of.course(), figures.items(of.course()), figures.assessment(of.course()));
        }
        if (shown instanceof ItemsShown.OfObjective of) {
            return ItemsMessages.objective(
                    of.course(),
                    of.objective(),
                    figures.items(of.course()).stream()
                            .filter(item ->
                                    item.objective().id().equals(of.objective().id()))
                            .toList());
        }
        if (shown instanceof ItemsShown.OfItem of) {
            return ItemMessages.item(
                    item(of), records.item(of.course().id(), of.question().id()), people.isAdmin(person));
        }
        return ItemsMessages.everything(figures.items(), records.builtAt());
    }

    private ItemFigures.Item item(ItemsShown.OfItem of) {
        return figures.items(of.course()).stream()
                .filter(item -> item.question().id().equals(of.question().id()))
                .findFirst()
                .orElseThrow();
    }

    private void draw(String person, ItemsShown shown) {
        ItemPicture picture = picture(shown);
        files.upload(
                slack.dmWith(person), picture.name() + ".png", picture.title(), picture.png(), picture.alternative());
    }

    private ItemPicture picture(ItemsShown shown) {
        if (shown instanceof ItemsShown.OfItem of) {
            return TracePicture.of(
                    item(of), records.item(of.course().id(), of.question().id()));
        }
        if (shown instanceof ItemsShown.OfObjective of) {
            return PoolPicture.of(
                    of.objective().title(),
                    figures.items(of.course()).stream()
                            .filter(item ->
                                    item.objective().id().equals(of.objective().id()))
                            .toList());
        }
        if (shown instanceof ItemsShown.OfCourse of) {
            return PoolPicture.of(of.course().title(), figures.items(of.course()));
        }
        throw new CommandException("Type a course, an objective, or a question before `picture`.");
    }

    private void write(String person) {
        uploads.start(
                person,
                new ReportUpload.Report(
                        "Writing the question statistics",
                        "questions",
                        "Question statistics",
                        "One row per question, wording, and mode, without names."),
                (file, progress) -> ItemsFile.write(file, records.figures(), figures.items()));
    }

    private void rebuild(String person) {
        longWork.start(person, "Recounting all answers", progress -> {
            boolean counted = countAnswers.rebuild(answers -> progress.step());
            return counted ? ItemsMessages.rebuilt(figures.items()) : ItemsMessages.counting();
        });
    }
}
