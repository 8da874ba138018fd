package dev.fieldcert.local.workspace.state;

import java.util.List;
import java.util.Optional;

/** The people and channels of a new workspace that has a page. */
public final class DefaultCast {

    static final String ADA = "U0LOCALADA";
    static final String GRACE = "U0LOCALGRACE";
    static final String LINUS = "U0LOCALLINUS";
    static final String MEI = "U0LOCALMEI";

    private DefaultCast() {}

    public static void joinEmpty(Directory directory, Conversations conversations) {
        if (directory.find(ADA).isPresent()) {
            return;
        }
        directory.add(PersonSpec.named("ada")
                .withId(ADA)
                .withRealName("Ada Brandt")
                .in("Europe/Berlin")
                .withTitle("Strategic Account Leader"));
        directory.add(PersonSpec.named("grace")
                .withId(GRACE)
                .withRealName("Grace Okafor")
                .in("Europe/London")
                .withTitle("Regional sales manager"));
        directory.add(PersonSpec.named("linus")
                .withId(LINUS)
                .withRealName("Linus Reed")
                .in("America/New_York")
                .withTitle("Field enablement")
                .asAdmin());
        directory.add(PersonSpec.named("mei")
                .withId(MEI)
                .withRealName("Mei Tanaka")
                .in("Asia/Tokyo")
                .withTitle("Strategic Account Leader"));
        var people = List.of(ADA, GRACE, LINUS, MEI);
        var withBot = List.of(ADA, GRACE, LINUS, MEI, Directory.BOT_USER);
        conversations.addChannel(Optional.of("C0LOCALGENERAL"), "general", people);
        conversations.addChannel(Optional.of("C0LOCALCERTS"), "field-certification", withBot);
        conversations.addChannel(Optional.of("C0LOCALFEEDBACK"), "field-feedback", withBot);
    }
}
