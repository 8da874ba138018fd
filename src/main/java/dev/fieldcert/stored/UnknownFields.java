package dev.fieldcert.stored;

import java.util.Map;
import org.bson.Document;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.mapping.event.AfterConvertCallback;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveCallback;
import org.springframework.stereotype.Component;

/**
 * Restores, at each save, the fields that a newer release stored in a document and this release does not know: during
 * an upgrade both run on the same database. A field is unknown if it is lost when the document is read and written
 * unchanged. Elements of lists are not compared, because nothing tells which old element is which new one.
 */
@Component
public final class UnknownFields
        implements AfterConvertCallback<KeepsUnknownFields>, BeforeSaveCallback<KeepsUnknownFields> {

    private final ObjectFactory<MongoConverter> converters;

    /** @param converters provides the converter lazily, because creating the converter requires these callbacks */
    public UnknownFields(ObjectFactory<MongoConverter> converters) {
        this.converters = converters;
    }

    @Override
    public KeepsUnknownFields onAfterConvert(KeepsUnknownFields entity, Document stored, String collection) {
        entity.asRead(stored);
        return entity;
    }

    @Override
    public KeepsUnknownFields onBeforeSave(KeepsUnknownFields entity, Document toSave, String collection) {
        if (entity.asRead() != null) {
            MongoConverter converter = converters.getObject();
            Document known = new Document();
            converter.write(converter.read(entity.getClass(), entity.asRead()), known);
            putBack(entity.asRead(), known, toSave);
        }
        return entity;
    }

    private static void putBack(Document stored, Document known, Document toSave) {
        for (Map.Entry<String, Object> field : stored.entrySet()) {
            String name = field.getKey();
            if (!known.containsKey(name)) {
                toSave.putIfAbsent(name, field.getValue());
            } else if (field.getValue() instanceof Document nested
                    && known.get(name) instanceof Document nestedKnown
                    && toSave.get(name) instanceof Document nestedToSave) {
                putBack(nested, nestedKnown, nestedToSave);
            }
        }
    }
}
