package dev.fieldcert.local.store;

import java.nio.file.Path;

/** Another process has the store open. */
public final class StoreInUse extends StoreException {

    private static final long serialVersionUID = 1L;

    StoreInUse(Path folder) {
        super("The store in %s is in use by another FieldCert process; stop that one, or choose another folder."
                .formatted(folder));
    }
}
