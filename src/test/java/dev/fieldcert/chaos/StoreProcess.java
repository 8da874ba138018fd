package dev.fieldcert.chaos;

import dev.fieldcert.FieldCertApplication;
import dev.fieldcert.local.store.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Path;

/** A store in a process of its own, or together with the bot that owns it: says where it is, and lives until it is ended. */
final class StoreProcess {

    static final String AT = "STORE AT ";

    private StoreProcess() {}

    /** Arguments: the folder, and the bot's own when there is to be one beside the store. */
    public static void main(String[] args) throws IOException {
        EmbeddedMongo mongo = EmbeddedMongo.open(Path.of(args[0]));
        System.out.println(AT + mongo.uri("fieldcert"));
        if (args.length == 1) {
            // Ends with the suite, whose side of the pipe is closed then.
            while (System.in.read() >= 0) {
                continue;
            }
            mongo.close();
            return;
        }
        String[] bot = java.util.Arrays.copyOfRange(args, 1, args.length + 1);
        bot[bot.length - 1] = "--spring.mongodb.uri=" + mongo.uri("fieldcert");
        FieldCertApplication.main(bot);
    }
}
