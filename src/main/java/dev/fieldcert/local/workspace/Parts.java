package dev.fieldcert.local.workspace;

import java.util.function.Supplier;

/** What a workspace is made of, for the classes that need most of it. */
record Parts(
        Settings settings,
        Store store,
        Directory directory,
        Conversations conversations,
        Views views,
        Choices choices,
        Triggers triggers,
        ResponseUrls responseUrls,
        FileStore files,
        Events events,
        Membership membership,
        BotConnection bot,
        Supplier<String> base) {}
