package dev.fieldcert.local.workspace.client;

import dev.fieldcert.local.workspace.delivery.BotConnection;
import dev.fieldcert.local.workspace.delivery.Events;
import dev.fieldcert.local.workspace.delivery.Membership;
import dev.fieldcert.local.workspace.delivery.ResponseUrls;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.local.workspace.state.Choices;
import dev.fieldcert.local.workspace.state.Conversations;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.state.FileStore;
import dev.fieldcert.local.workspace.state.Store;
import dev.fieldcert.local.workspace.state.Triggers;
import dev.fieldcert.local.workspace.state.Views;
import java.util.function.Supplier;

/** The components of a workspace, for classes that need most of them. */
public record Parts(
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
