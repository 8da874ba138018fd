package dev.fieldcert;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.StoredResult;
import dev.fieldcert.stored.StoredEnum;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.annotation.TypeAlias;

/** Who may know whom: the README's rules, one test each. */
@AnalyzeClasses(
        packages = "dev.fieldcert",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WrittenByHand.class})
class ArchitectureTest {

    /** A build before this one left the context it worked out beside the classes (ADR 15). */
    static final class WrittenByHand implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("__");
        }
    }

    private static final String[] CORE = {
        "dev.fieldcert.curriculum..",
        "dev.fieldcert.learner..",
        "dev.fieldcert.outbox..",
        "dev.fieldcert.drip..",
        "dev.fieldcert.badge..",
        "dev.fieldcert.team..",
        "dev.fieldcert.search..",
        "dev.fieldcert.itemanalysis..",
        "dev.fieldcert.calendar..",
        "dev.fieldcert.csv..",
        "dev.fieldcert.database..",
        "dev.fieldcert.delivery..",
        "dev.fieldcert.export..",
        "dev.fieldcert.stored..",
        "dev.fieldcert.webhook..",
        "dev.fieldcert.xapi.."
    };

    /**
     * Rules and formulas, without a database or a clock. Only what keeps their results touches the database: {@code
     * itemanalysis.readmodel} and {@code badge.records}.
     */
    private static final String[] PLAIN_JAVA = {
        "dev.fieldcert.curriculum.question..",
        "dev.fieldcert.learner.memory..",
        "dev.fieldcert.itemanalysis",
        "dev.fieldcert.drip..",
        "dev.fieldcert.badge.credential..",
        "dev.fieldcert.badge.picture..",
        "dev.fieldcert.badge.verification.."
    };

    private static final String[] SHELL = {
        "dev.fieldcert.slack..", "dev.fieldcert.schedule..", "dev.fieldcert.web..", "dev.fieldcert.local.."
    };

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("dev.fieldcert.(**)").should().beFreeOfCycles();

    @ArchTest
    static void noPackageHasMoreThanThirtyFiles(JavaClasses all) {
        Map<String, Long> files = all.stream()
                .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(30));
    }

    /** It is what they share. */
    @ArchTest
    static final ArchRule theAdminsHallKnowsNoneOfItsRooms = noClasses()
            .that()
            .resideInAPackage("dev.fieldcert.slack.admin")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.fieldcert.slack.admin.*..");

    /** The jar's context is worked out when it is built (ADR 15), so no bean may depend on a setting. */
    @ArchTest
    static final ArchRule noBeanDependsOnASetting = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.springframework\\..*\\.(Profile|Conditional(?!OnMissingBean).*)");

    @ArchTest
    static final ArchRule theCoreDoesNotKnowTheShell = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SHELL);

    @ArchTest
    static final ArchRule theCurriculumKnowsNobody = noClasses()
            .that()
            .resideInAPackage("dev.fieldcert.curriculum..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.fieldcert..").and(resideOutsideOfPackages("dev.fieldcert.curriculum..")));

    @ArchTest
    static final ArchRule theLearnerKnowsOnlyTheCurriculumAndTheOutbox = noClasses()
            .that()
            .resideInAPackage("dev.fieldcert.learner..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.fieldcert..")
                    .and(resideOutsideOfPackages(
                            "dev.fieldcert.learner..",
                            "dev.fieldcert.curriculum..",
                            "dev.fieldcert.outbox..",
                            "dev.fieldcert.stored..")));

    @ArchTest
    static final ArchRule theSearchKnowsOnlyTheCurriculum = noClasses()
            .that()
            .resideInAPackage("dev.fieldcert.search..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.fieldcert..")
                    .and(resideOutsideOfPackages("dev.fieldcert.search..", "dev.fieldcert.curriculum..")));

    @ArchTest
    static final ArchRule theOutboxKnowsOnlyTheDatabase = noClasses()
            .that()
            .resideInAPackage("dev.fieldcert.outbox..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.fieldcert..")
                    .and(resideOutsideOfPackages("dev.fieldcert.outbox..", "dev.fieldcert.database..")));

    @ArchTest
    static final ArchRule theDatabaseKnowsNobody = noClasses()
            .that()
            .resideInAPackage("dev.fieldcert.database..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.fieldcert..").and(resideOutsideOfPackages("dev.fieldcert.database..")));

    @ArchTest
    static final ArchRule theStoredFormKnowsOnlyTheOutbox = noClasses()
            .that()
            .resideInAPackage("dev.fieldcert.stored..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.fieldcert..")
                    .and(resideOutsideOfPackages("dev.fieldcert.stored..", "dev.fieldcert.outbox..")));

    @ArchTest
    static final ArchRule onlyTheDeliveryKnowsTheRenderer = noClasses()
            .that(resideOutsideOfPackages("dev.fieldcert.slack.delivery..", "dev.fieldcert.slack.rendering.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.fieldcert.slack.rendering..");

    @ArchTest
    static final ArchRule nobodyKnowsTheDelivery = noClasses()
            .that(resideOutsideOfPackages("dev.fieldcert.slack.delivery.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.fieldcert.slack.delivery..");

    @ArchTest
    static final ArchRule nobodyKnowsTheLocalMode = noClasses()
            .that()
            .resideOutsideOfPackage("dev.fieldcert.local..")
            .and()
            .doNotHaveFullyQualifiedName("dev.fieldcert.CommandLine")
            .and()
            .doNotHaveFullyQualifiedName("dev.fieldcert.InstalledBadges")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.fieldcert.local..");

    @ArchTest
    static final ArchRule slackIsKnownToTheSlackPackagesOnly = noClasses()
            .that(resideOutsideOfPackages("dev.fieldcert.slack..", "dev.fieldcert.local.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.slack..");

    @ArchTest
    static final ArchRule quartzIsKnownToTheScheduleOnly = noClasses()
            .that()
            .resideOutsideOfPackage("dev.fieldcert.schedule..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.quartz..");

    @ArchTest
    static final ArchRule rulesArePlainJava = noClasses()
            .that()
            .resideInAnyPackage(PLAIN_JAVA)
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson.."))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule statementsArePlainJava = noClasses()
            .that()
            .haveNameMatching("dev\\.fieldcert\\.xapi\\.(Statements|Activities|Interaction)(\\$.*)?")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.springframework.data.mongodb..", "com.mongodb..", "org.bson.."))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    private static final Set<String> CLOCKS = Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            LocalTime.class.getName(),
            ZonedDateTime.class.getName(),
            OffsetDateTime.class.getName());

    @ArchTest
    static final ArchRule timeComesFromTheClockBean = noClasses()
            .should()
            .callMethodWhere(
                    new com.tngtech.archunit.base.DescribedPredicate<JavaCall<?>>("the machine's own clock is read") {
                        @Override
                        public boolean test(JavaCall<?> call) {
                            String owner = call.getTargetOwner().getName();
                            String method = call.getName();
                            boolean now = CLOCKS.contains(owner)
                                    && method.equals("now")
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(type -> type.getName().equals(Clock.class.getName()));
                            boolean millis = owner.equals(System.class.getName()) && method.equals("currentTimeMillis");
                            return now || millis;
                        }
                    })
            .orShould()
            .callConstructor(Date.class);

    /** The rooms around {@code SlackCalls}, with what is nested in them. */
    private static final String WEB_API =
            "dev\\.fieldcert\\.slack\\.webapi\\.(Slack(Calls|Sender|Directory|Files|Methods|Steps)|SentMessages)(\\$.*)?";

    @ArchTest
    static final ArchRule onlyTheseCallTheWebApi = noClasses()
            .that()
            .resideOutsideOfPackage("dev.fieldcert.local..")
            .and()
            .haveNameNotMatching(WEB_API)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.slack.api.methods.MethodsClient");

    /** Each call goes through {@code SlackCalls.call}, which knows what Slack's no means. */
    @ArchTest
    static final ArchRule onlyTheCallsHoldSlacksClient = noClasses()
            .that()
            .resideOutsideOfPackage("dev.fieldcert.local..")
            .and()
            .haveNameNotMatching("dev\\.fieldcert\\.slack\\.webapi\\.SlackCalls(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("SlackMethods")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("ActionResponseSender")
            .orShould()
            .callMethod("com.slack.api.Slack", "methods", "java.lang.String");

    @ArchTest
    static final ArchRule nobodyElseKnowsTheCalls = noClasses()
            .that()
            .haveNameNotMatching(WEB_API)
            .and()
            .doNotHaveSimpleName("SlackHealthProbe")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("dev\\.fieldcert\\.slack\\.webapi\\.SlackCalls(\\$.*)?");

    @ArchTest
    static final ArchRule onlyTheDispatchTouchesBoltsApp = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.fieldcert.slack.inbound.SlackDispatch")
            .and()
            .doNotHaveSimpleName("SlackConfiguration")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.slack.api.bolt.App");

    @ArchTest
    static final ArchRule storedKindsHaveAnAlias = classes()
            .that()
            .areAnnotatedWith(org.springframework.data.mongodb.core.mapping.Document.class)
            .should()
            .beAnnotatedWith(TypeAlias.class);

    /** A constant's name is not stored, so that it can be changed; those of the JDK cannot be. */
    @ArchTest
    static void storedEnumsHaveCodes(JavaClasses classes) {
        Deque<JavaClass> open = new ArrayDeque<>();
        classes.stream()
                .filter(type -> type.isAnnotatedWith(org.springframework.data.mongodb.core.mapping.Document.class))
                .forEach(open::add);
        Set<JavaClass> stored = new HashSet<>();
        while (!open.isEmpty()) {
            JavaClass type = open.pop();
            if (type.getPackageName().startsWith("dev.fieldcert") && stored.add(type)) {
                open.addAll(type.getSubclasses());
                type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !type.isEnum())
                        .forEach(field -> open.addAll(field.getType().getAllInvolvedRawTypes()));
            }
        }
        assertThat(stored.stream().filter(JavaClass::isEnum))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.isAssignableTo(StoredEnum.class))
                        .as("%s is stored and implements StoredEnum", type.getName())
                        .isTrue());
    }

    @ArchTest
    static void noTwoStoredKindsHaveTheSameAlias(JavaClasses all) {
        var aliases = all.stream()
                .filter(each -> each.isAnnotatedWith(TypeAlias.class))
                .collect(Collectors.groupingBy(
                        each -> each.getAnnotationOfType(TypeAlias.class).value()));

        assertThat(aliases)
                .allSatisfy((alias, kinds) -> assertThat(kinds).as(alias).hasSize(1));
    }

    @ArchTest
    static final ArchRule theAggregatesFieldsAreWrittenByTheAggregate = noClasses()
            .that()
            .doNotBelongToAnyOf(Learner.class, CourseProgress.class)
            .should()
            .setFieldWhere(target(owner(belongToAnyOf(Learner.class, CourseProgress.class))));

    /** A learner's document keeps many of them, so they hold ids, numbers and days, and nobody's words. */
    @ArchTest
    static final ArchRule storedResultsHaveAnAlias = classes()
            .that()
            .implement(StoredResult.class)
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(TypeAlias.class)
            .andShould()
            .beRecords();
}
